"""Answers that are kept: the least recently used go first."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

# what an entry costs beside its content
_OVERHEAD = 500


class Cache(Generic[Key, Value]):
    """Values by key, as many as fit into a number of bytes."""

    def __init__(self, most: int) -> None:
        """No more than `most` bytes are kept, by the sizes that come with the values."""
        self.most = most
        self.size = 0
        self._entries: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """Return a value, which is then the most recently used, or None."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: Key, value: Value, size: int) -> None:
        """Keep a value, if it is not too large a part of all that can be kept."""
        size += _OVERHEAD
        if size > self.most // 8 or key in self._entries:
            return
        self._entries[key] = value, size
        self.size += size
        while self.size > self.most:
            self.size -= self._entries.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.size = 0
