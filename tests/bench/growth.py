#!/usr/bin/env python3
"""Ten times the input takes at most fifteen times the user CPU: best of three, for every command that reads one.

    CLAIMS_SHARED=… growth.py [--claims PATH] [--sizes 10000 100000] [--folder FOLDER]

Writes synthetic ledgers in one file and in files of 200 claims, drafts and questions, and exits with 1 where a
command grows faster. What is too quick to be timed (under 20 ms for ten times the input) is not judged.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

MOST = 15
QUICK = 0.02


def user_cpu(command):
    """The best of three, in seconds."""
    best = None
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"failed: {' '.join(command)}")
        best = min(best or usage.ru_utime, usage.ru_utime)
    return best


def quotes(ledger):
    """Quotes of a ledger file, each with a word changed in every third."""
    with open(ledger, encoding="utf-8") as file:
        for number, claim in enumerate(json.load(file)["claims"]):
            for quote in claim.get("quotes", []):
                words = quote["exact"].split()
                if number % 3 == 0:
                    words[len(words) // 2] = "otherwise"
                yield " ".join(words).replace('"', "")


def inputs(folder, size, generator):
    """A ledger in one file and in many, and where they are."""
    one, many = f"{folder}/{size}.json", f"{folder}/{size}"
    if not os.path.exists(one):
        subprocess.run([sys.executable, generator, one, str(size)], check=True)
        subprocess.run([sys.executable, generator, many, str(size), "--files", str(size // 200)], check=True)
    return one, many


def asked(folder, ledger, count):
    """A draft and a list of so many questions."""
    draft, questions = f"{folder}/draft-{count}.md", f"{folder}/questions-{count}.jsonl"
    texts = [text for text, _ in zip(quotes(ledger), range(count))]
    with open(draft, "w", encoding="utf-8") as out:
        out.writelines(f"“{text}”, said somebody.\n\n" for text in texts)
    with open(questions, "w", encoding="utf-8") as out:
        out.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    return draft, questions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", default="target/release/claims")
    parser.add_argument("--sizes", type=int, nargs=2, default=(10000, 100000))
    parser.add_argument("--folder", default=tempfile.gettempdir() + "/claims-growth")
    given = parser.parse_args()
    generator = os.environ["CLAIMS_SHARED"] + "/bench/synthetic_ledger.py"
    os.makedirs(given.folder, exist_ok=True)
    ledgers = [inputs(given.folder, size, generator) for size in given.sizes]
    few, more = (asked(given.folder, ledgers[0][0], count) for count in (100, 1000))
    by_ledger = {
        "list": ["list"], "list --source": ["list", "--source", "bauer"], "list --search": ["list", "--search", "the of"],
        "show": ["show", "c0000005"], "sources": ["sources"], "cite": ["cite"], "validate": ["validate"],
        "validate concise": ["validate", "--format", "concise"], "check ID": ["check", "c0000005"],
        "check WORDS": ["check", "the of and to in a is that"], "check --from": ["check", "--from", few[1]],
        "lint": ["lint", few[0]],
    }
    grown = 0
    print(f"{'':28} {'user s':>8} {'ten times':>10} {'growth':>7}")

    def judge(label, small, large):
        small, large = user_cpu(small), user_cpu(large)
        ratio = large / max(small, 1e-3)
        is_judged = large >= QUICK
        print(f"{label:28} {small:8.3f} {large:10.3f} {ratio:7.1f}{'' if is_judged else '  too quick to judge'}", flush=True)
        return is_judged and ratio > MOST

    for label, arguments in by_ledger.items():
        for where, sort in enumerate(("one file", "many files")):
            both = ([given.claims, *arguments, "--ledger", ledger[where]] for ledger in ledgers)
            grown += judge(f"{label}, {sort}", *both)
    for label, which, arguments in (("check --from, questions", 1, ["check", "--from"]), ("lint, quotations", 0, ["lint"])):
        both = ([given.claims, *arguments, part[which], "--ledger", ledgers[0][0]] for part in (few, more))
        grown += judge(label, *both)
    sys.exit(1 if grown else 0)


main()
