"""Imports a text file into a new collection of Anki and prints its notes as JSON."""
import json
import sys

from anki.collection import Collection
from anki.import_export_pb2 import CsvMetadata, ImportCsvRequest

collection = Collection(sys.argv[2])
for path in [sys.argv[1], sys.argv[1]]:
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata))
notes = []
for number in collection.find_notes(""):
    note = collection.get_note(number)
    deck = collection.decks.name(note.cards()[0].did)
    notes.append(
        {"guid": note.guid, "front": note.fields[0], "back": note.fields[1], "tags": note.tags,
         "deck": deck}
    )
print(json.dumps(notes))
collection.close()
