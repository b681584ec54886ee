"""Prints the rows that Python's csv module finds, and the headings that Markdown's has, as JSON."""
import csv
import html.parser
import json
import sys

import markdown


class Headings(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.counts = {}

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
page = Headings()
page.feed(markdown.markdown(open(sys.argv[2], encoding="utf-8").read(), extensions=["fenced_code"]))
print(json.dumps({"rows": rows, "tags": page.counts}))
