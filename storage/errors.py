"""What storage can fail at.

StorageError          the operation did not happen; nothing old is lost
+-- AppendConflict    the stream has moved on: read the tail and decide again
+-- AlreadyCounted    this command id stands in the stream already
+-- StorageFull       no space left on the device, or a quota is reached
+-- StorageReadOnly   the folder or database cannot be written
+-- BlobMissing       there is no blob under that key
+-- SchemaTooNew      the data was written by a newer Hanjang
+-- FolderInUse       another running Hanjang serves this data folder
"""


class StorageError(Exception):
    """The operation did not happen; what was stored before is untouched."""


class AppendConflict(StorageError):
    """The stream's head is not where the caller expected it."""


class AlreadyCounted(StorageError):
    """An entry with this command id stands in the stream already."""


class StorageFull(StorageError):
    """No space is left where the data lives."""


class StorageReadOnly(StorageError):
    """The place where the data lives cannot be written."""


class BlobMissing(StorageError):
    """There is no blob under that key."""


class SchemaTooNew(StorageError):
    """The database was written by a newer version of the product."""


class FolderInUse(StorageError):
    """Another running process serves this data folder; two would not see each other."""
