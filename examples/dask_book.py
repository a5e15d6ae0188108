"""Works through a book of loans on a Dask cluster: blocks of lines go through `overdue-sim batch`, in order.

python3 dask_book.py SCHEDULER BOOK.csv OUTPUT.csv SUMMARY.json PROGRAM...

PROGRAM is the command on the workers: `overdue-sim`, or `node /path/to/overdue-sim.cjs`.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from distributed import Client

BLOCK_BYTES = int(os.environ.get("BLOCK_BYTES", "1000000"))


def blocks_of(path):
    """How the command is told the columns, and blocks of whole lines. Lines of JSON name theirs; a header is no line."""
    with open(path, "rb") as book:
        first = next((line for line in book if line.strip()), b"").decode("utf-8-sig")
        is_json = first.lstrip().startswith("{")
        blocks = [first.encode() if is_json else b""]
        while block := book.read(BLOCK_BYTES):
            blocks.append(block + book.readline())
    return ["--input-format", "ndjson"] if is_json else ["--input-columns", first.strip()], blocks


def work_out(program, columns, block):
    """What `batch` makes of a block: its lines and its summary. Exit code 2 tells of bad lines, which say so themselves."""
    with tempfile.TemporaryDirectory() as folder:
        summary = pathlib.Path(folder, "summary.json")
        command = [*program, "batch", "--no-header", *columns, "--quiet", "--summary", str(summary)]
        done = subprocess.run(command, input=block, stdout=subprocess.PIPE, check=False)
        if done.returncode not in (0, 2):
            raise RuntimeError(f"overdue-sim ended with {done.returncode}")
        return done.stdout, summary.read_text()


def main(scheduler, book, output, summary, *program):
    columns, blocks = blocks_of(book)
    header = subprocess.run([*program, "batch", *columns], input=b"", stdout=subprocess.PIPE, check=True).stdout
    with Client(scheduler) as client, tempfile.TemporaryDirectory() as folder:
        parts = client.map(lambda block: work_out(program, columns, block), blocks, pure=False, retries=3)
        paths = []
        with open(output, "wb") as out:
            out.write(header)
            out.flush()
            for index, part in enumerate(parts):
                lines, text = part.result()
                out.write(lines)
                out.flush()
                paths.append(pathlib.Path(folder, f"{index}.json"))
                paths[-1].write_text(text)
        merged = subprocess.run([*program, "batch", "--merge", *paths], stdout=subprocess.PIPE, check=True).stdout
        pathlib.Path(summary).write_bytes(merged)


if __name__ == "__main__":
    main(*sys.argv[1:])
