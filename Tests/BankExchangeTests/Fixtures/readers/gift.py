"""Prints what pygiftparser finds in the GIFT files that are named: a JSON object for each file."""
import json
import sys

from pygiftparser import parser

for path in sys.argv[1:]:
    questions = []
    for question in parser.parseFile(open(path, encoding="utf-8")):
        answers = []
        for answer in getattr(question.answers, "answers", None) or []:
            answers.append(
                {
                    "fraction": float(getattr(answer, "fraction", 0) or 0),
                    "feedback": getattr(answer, "feedback", None) or "",
                }
            )
        questions.append(
            {
                "title": question.title,
                "valid": bool(question.valid),
                "kind": type(question.answers).__name__,
                "answers": answers,
            }
        )
    print(json.dumps({"questions": questions}))
