"""How often `akshar` writes a word in ISO 15919 as other libraries do.

    pip install aksharamukha indic-transliteration
    python3 benches/peers/iso15919_agreement.py WORDS

WORDS is a file with a Devanagari word a line. The words on which both peers differ from `akshar`
are printed; the documentation of the module `transliterate` tells why they may.
"""

import subprocess
import sys
import unicodedata

from aksharamukha import transliterate as aksharamukha
from indic_transliteration import sanscript


def akshar(words):
    command = "cargo run --release --quiet --example akshar -- transliterate --to iso15919"
    lines = "".join(word + "\n" for word in words)
    answer = subprocess.run(command.split(), input=lines, capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        words = sorted({unicodedata.normalize("NFC", line.strip()) for line in file} - {""})
    words = [word for word in words if all("\u0900" <= c <= "\u097f" or c in "\u200c\u200d" for c in word)]
    peers = {
        "Aksharamukha": lambda word: aksharamukha.process("Devanagari", "ISO", word),
        "indic_transliteration": lambda word: sanscript.transliterate(word, sanscript.DEVANAGARI, sanscript.ISO),
    }
    ours = akshar(words)
    theirs = {
        name: [unicodedata.normalize("NFC", peer(word)) for word in words] for name, peer in peers.items()
    }
    agree = {name: [a == b for a, b in zip(ours, written)] for name, written in theirs.items()}
    either = [any(both) for both in zip(*agree.values())]
    for word, our, is_same, *written in zip(words, ours, either, *theirs.values()):
        if not is_same:
            print(word, our, *written, sep="\t")
    for name, same in [*agree.items(), ("either of them", either)]:
        print(f"{name}: {100 * sum(same) / len(words):.2f} % of {len(words)} words")


if __name__ == "__main__":
    main()
