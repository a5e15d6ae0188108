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
    """The header, and blocks of whole lines."""
    with open(path, "rb") as book:
        header = book.readline().decode().strip()
        blocks = []
        while block := book.read(BLOCK_BYTES):
            blocks.append(block + book.readline())
    return header, blocks


def work_out(program, header, block):
    """What `batch` makes of a block: its lines and its summary. Exit code 2 tells of bad lines, which say so themselves."""
    with tempfile.TemporaryDirectory() as folder:
        summary = pathlib.Path(folder, "summary.json")
        command = [*program, "batch", "--no-header", "--input-columns", header, "--quiet", "--summary", str(summary)]
        done = subprocess.run(command, input=block, stdout=subprocess.PIPE, check=False)
        if done.returncode not in (0, 2):
            raise RuntimeError(f"overdue-sim ended with {done.returncode}")
        return done.stdout, summary.read_text()


def main(scheduler, book, output, summary, *program):
    header, blocks = blocks_of(book)
    columns = subprocess.run(
        [*program, "batch", "--input-columns", header], input=b"", stdout=subprocess.PIPE, check=True
    ).stdout
    with Client(scheduler) as client, tempfile.TemporaryDirectory() as folder:
        parts = client.map(lambda block: work_out(program, header, block), blocks, pure=False, retries=3)
        paths = []
        with open(output, "wb") as out:
            out.write(columns)
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
