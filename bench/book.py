"""What book.c does, in Python with whole numbers: the same loans from CSV to CSV, the same bytes."""

import sys
from datetime import date, timedelta

NUMERATOR, DENOMINATOR = 3, 4000
FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL = range(5)


def fen(text):
    whole, _, decimals = text.partition(".")
    return 100 * int(whole) + int((decimals + "00")[:2])


def money(amount):
    return f"{amount // 100}.{amount % 100:02d}"


class Run:
    def __init__(self, owed, daily, as_of, due):
        self.owed, self.daily, self.as_of, self.today, self.due = owed, daily, as_of, as_of, due
        self.paid = [0] * 5
        self.carries = [0, 0]
        self.is_cleared = False

    def advance(self, until):
        owed, paid, carries = self.owed, self.paid, self.carries
        while self.today < until and not self.is_cleared:
            self.today += 1
            for carry, (grows, base) in enumerate(((PENALTY, PRINCIPAL), (COMPOUND, INTEREST))):
                exact = owed[base] * NUMERATOR + carries[carry]
                posted = (2 * exact + DENOMINATOR) // (2 * DENOMINATOR)
                carries[carry] = exact - posted * DENOMINATOR
                owed[grows] += posted
            left = self.daily
            for component in range(5):
                part = min(left, owed[component])
                owed[component] -= part
                paid[component] += part
                left -= part
            self.is_cleared = sum(owed) == 0

    def days_overdue(self):
        return 0 if self.is_cleared else max(0, self.today - self.due)


def share(part, whole):
    if whole == 0:
        return ""
    rounded = (20000 * part + whole) // (2 * whole)
    return f"{rounded / 10000:.4f}".rstrip("0").rstrip(".")


def main():
    epoch = date(1970, 1, 1)
    day = lambda number: str(epoch + timedelta(number))
    sys.stdin.readline()
    for line in sys.stdin:
        id, principal, overdue, interest, penalty, compound, fee, daily, days, as_of = line.rstrip("\n").split(",")
        start = (date.fromisoformat(as_of) - epoch).days
        owed = [fen(amount) for amount in (fee, penalty, compound, interest, principal)]
        run = Run(owed, fen(daily), start, start - int(overdue))
        run.advance(start + int(days))
        end, paid, left, total = run.today, list(run.paid), run.owed[PRINCIPAL], sum(run.owed)
        overdue_at_end = run.days_overdue()
        first_of_next = (epoch + timedelta(end)).replace(day=28) + timedelta(4)
        run.advance((first_of_next - timedelta(first_of_next.day) - epoch).days)
        code = min(7, (run.days_overdue() + 29) // 30)
        figures = [
            id, day(min(start + 1, end)), day(end), end - start, money(sum(paid)), money(sum(paid) - paid[PRINCIPAL]),
            money(paid[PRINCIPAL]), share(paid[PRINCIPAL], sum(paid)), money(left), money(total), overdue_at_end, code, "",
        ]
        sys.stdout.write(",".join(map(str, figures)) + "\n")


main()
