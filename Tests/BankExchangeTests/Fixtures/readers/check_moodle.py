"""Reads Moodle XML with moodle_xml_parser, and holds it to what Moodle's importer asks for.

    check_moodle.py FILE

Prints a line for each problem, then a line of JSON for each question of multiple choice, and last
how many questions of each type there were.
"""
import collections
import json
import sys

from lxml import etree
from moodle_xml_parser import parser

# The shares of a mark that Moodle knows, and how far from one a value may be.
SHARES = [
    1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2,
    0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0,
]
FORMATS = {"html", "moodle_auto_format", "plain_text", "markdown", "wiki_like"}
TYPES = {"category", "multichoice", "truefalse", "matching", "shortanswer", "ordering"}


def text(element, path):
    found = element.find(path)
    return "" if found is None or found.text is None else found.text


def main(path):
    root = etree.parse(path).getroot()
    counts = collections.Counter()
    idnumbers = set()
    for question in root:
        kind = question.get("type")
        counts[kind] += 1
        if kind not in TYPES:
            print("the type %r" % kind)
        if kind == "category":
            if not text(question, "category/text").startswith("top/"):
                print("the category %r" % text(question, "category/text"))
            continue
        name = text(question, "name/text")
        if not name or not text(question, "questiontext/text").strip():
            print("a question without a name or a text")
        idnumber = text(question, "idnumber")
        if not idnumber or len(idnumber) > 100 or idnumber in idnumbers:
            print("%s: the idnumber %r" % (name, idnumber))
        idnumbers.add(idnumber)
        for element in question.iter():
            if element.get("format") and element.get("format") not in FORMATS:
                print("%s: the format %r" % (name, element.get("format")))
        fractions = [float(a.get("fraction")) / 100 for a in question.findall("answer")]
        if kind != "ordering":
            for fraction in fractions:
                if min(abs(abs(fraction) - share) for share in SHARES) >= 0.00001:
                    print("%s: the fraction %r" % (name, fraction))
        if kind == "multichoice":
            single = text(question, "single") == "true"
            positive = [f for f in fractions if f > 0]
            if single and (max(fractions) != 1 or len(positive) != 1):
                print("%s: fractions of a single choice: %r" % (name, fractions))
            if not single and abs(sum(positive) - 1) > 0.01:
                print("%s: the right choices give %r" % (name, sum(positive)))
        if kind == "truefalse" and [text(a, "text") for a in question.findall("answer")] != [
            "true", "false",
        ]:
            print("%s: the answers of a question of true or false" % name)
    for question in parser.parse_file(path)["multichoice"]:
        print(json.dumps({
            "name": question.name,
            "text": question.text_pre_parse,
            "choices": [[o.answer, o.score_fraction, o.feedback or ""] for o in question.options],
        }, ensure_ascii=False))
    print(" ".join("%s %d" % item for item in sorted(counts.items())))


main(sys.argv[1])
