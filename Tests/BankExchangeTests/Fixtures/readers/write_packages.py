"""Has qti-package-maker write packages of QTI 1.2 and 2.1.

    write_packages.py FOLDER
"""
import contextlib
import io
import os
import sys

from qti_package_maker import package_interface

ITEMS = [
    "MC\tWhich service issues temporary credentials?\tAWS STS\tcorrect"
    "\tAmazon SQS\tincorrect\tAmazon SNS\tincorrect",
    "MA\tWhich two are <b>global</b>?\tIAM\tcorrect\tRoute 53\tcorrect"
    "\tEC2\tincorrect\tRDS\tincorrect",
    "MAT\tMatch the ports.\tHTTPS\t443\tSSH\t22\tDNS\t53",
    "FIB\tType the loopback address.\t127.0.0.1\tlocalhost",
    "ORD\tOrder the layers.\tPhysical\tData link\tNetwork",
    "NUM\tHow many bits has IPv4?\t32\t0",
]


def write(engine, items, path):
    source = os.path.join(sys.argv[1], "items.txt")
    with open(source, "w", encoding="utf-8") as file:
        file.write("\n".join(items) + "\n")
    package = package_interface.QTIPackageInterface("sample", verbose=False, allow_mixed=True)
    package.read_package(source, "bbq_text_upload")
    package.save_package(engine, path)


with contextlib.redirect_stdout(io.StringIO()):
    folder = sys.argv[1]
    write(
        "canvas_qti_v1_2", [i for i in ITEMS if not i.startswith("ORD")],
        os.path.join(folder, "qpm-canvas.zip"))
    write("blackboard_qti_v2_1", ITEMS, os.path.join(folder, "qpm-qti21.zip"))
