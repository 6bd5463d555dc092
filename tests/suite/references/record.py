"""Records what pandoc's processor makes of every article in every style.

    python3 record.py STYLES > pandoc.json

STYLES is a folder with the files of https://github.com/citation-style-language/styles that are named below.
Run by hand; the tests only read what it wrote.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

STYLES = {
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
    "apa": "apa",
    "mla": "modern-language-association",
    "ieee": "ieee",
    "harvard-cite-them-right": "harvard-cite-them-right",
    "iso-690-numeric": "iso690-numeric-en",
}


def pandoc(article, style, is_note):
    text = "---\nlang: en-US\n---\n\n" + ("[@{}]\n" if is_note else "---\nnocite: '@*'\n---\n").format(article["id"])
    command = ["pandoc", "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc", "--csl", style]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as items:
        json.dump([article], items)
        items.flush()
        command += ["--bibliography", items.name]
        page = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    if is_note:
        page = page.split('class="footnotes')[1].split("<p>")[1].split('<a href="#fnref')[0]
    else:
        page = page.split('role="doc-biblioentry">')[1] if 'role="doc-biblioentry">' in page else page
        page = re.sub(r'<div class="csl-left-margin">.*?</div>', "", page)
    words = html.unescape(re.sub(r"<[^>]*>", "", page))
    return " ".join(words.split())


def main(folder):
    articles = json.loads(Path(__file__).with_name("articles.json").read_text())
    version = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True).stdout.split("\nUser")[0]
    references = {}
    for ours, name in STYLES.items():
        style = Path(folder) / f"{name}.csl"
        is_note = 'class="note"' in style.read_text()
        references[ours] = {article["id"]: pandoc(article, style, is_note) for article in articles}
    json.dump({"processor": " ".join(version.split()), "references": references}, sys.stdout, ensure_ascii=False, indent=1)
    print()


main(sys.argv[1])
