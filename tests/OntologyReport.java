import java.io.File;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.reasoner.InconsistentOntologyException;

/** Prints what keeps an ontology file out of OWL 2 DL and RL, whether it is consistent, and classes without instances. */
public class OntologyReport {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
        System.out.println("axioms " + ontology.getAxiomCount());
        for (OWLProfileViolation violation : new OWL2DLProfile().checkOntology(ontology).getViolations())
            System.out.println("DL " + violation);
        for (OWLProfileViolation violation : new OWL2RLProfile().checkOntology(ontology).getViolations())
            System.out.println("RL " + violation);
        Reasoner reasoner = new Reasoner(ontology);
        System.out.println("consistent " + reasoner.isConsistent());
        if (reasoner.isConsistent())
            for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom())
                System.out.println("unsatisfiable " + empty);
    }
}
