"""Prints how many questions pygiftparserrgmf finds in the GIFT files that are named."""
import json
import sys

from pygiftparser import parser

for path in sys.argv[1:]:
    gift = parser.parse(open(path, encoding="utf-8").read())
    print(json.dumps({"questions": len(gift.questions)}))
