/*
 * The limit that `batch` is measured against: the same loans from CSV to CSV in C, day numbers and 64-bit integers.
 *
 * Each line is a loan with one instalment that is due already, under the terms of the default product: 0.05 % a day, one
 * and a half times as much on overdue principal and on overdue interest, rounded half-up to the fen with the rest
 * carried. It is paid daily, charges first. The columns in are those of COLUMNS in book.mjs. With an argument all columns
 * are put out: the run goes on for a century, and the smallest payment with which the debt does not grow is sought.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL, COMPONENTS };
enum { CENTURY_DAYS = 36525, DECADE_DAYS = 3652, NEVER = -1 };

static const int64_t NUMERATOR = 3, DENOMINATOR = 4000;

typedef struct {
  int64_t as_of, today, due, daily;
  int64_t owed[COMPONENTS], paid[COMPONENTS], penalty_carry, compound_carry;
  int64_t principal_first_fell, cleared_on;
} Run;

static int64_t accrue(int64_t base, int64_t *carry) {
  int64_t exact = base * NUMERATOR + *carry, twice = 2 * exact + DENOMINATOR;
  int64_t posted = twice / (2 * DENOMINATOR);
  if (twice < 0 && posted * 2 * DENOMINATOR != twice) posted -= 1;
  *carry = exact - posted * DENOMINATOR;
  return posted;
}

static int64_t total(const Run *run) {
  int64_t sum = 0;
  for (int index = 0; index < COMPONENTS; index += 1) sum += run->owed[index];
  return sum;
}

static void advance(Run *run, int64_t until) {
  while (run->today < until && run->cleared_on == NEVER) {
    run->today += 1;
    run->owed[PENALTY] += accrue(run->owed[PRINCIPAL], &run->penalty_carry);
    run->owed[COMPOUND] += accrue(run->owed[INTEREST], &run->compound_carry);
    int64_t left = run->daily;
    for (int index = 0; index < COMPONENTS && left > 0; index += 1) {
      int64_t part = left < run->owed[index] ? left : run->owed[index];
      run->owed[index] -= part;
      run->paid[index] += part;
      left -= part;
      if (index == PRINCIPAL && part > 0 && run->principal_first_fell == NEVER) run->principal_first_fell = run->today;
    }
    if (total(run) == 0) run->cleared_on = run->today;
  }
}

static void civil(int64_t day, int64_t *year, int64_t *month, int64_t *day_of_month) {
  int64_t shifted = day + 719468, era = shifted / 146097, day_of_era = shifted - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t from_march = (5 * day_of_year + 2) / 153;
  *day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int64_t day_number(int64_t year, int64_t month, int64_t day) {
  int64_t shifted = month <= 2 ? year - 1 : year, era = shifted / 400, year_of_era = shifted - era * 400;
  int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static int64_t days_in_month(int64_t year, int64_t month) {
  return day_number(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - day_number(year, month, 1);
}

static int64_t end_of_month(int64_t day) {
  int64_t year, month, day_of_month;
  civil(day, &year, &month, &day_of_month);
  return day - day_of_month + days_in_month(year, month);
}

static int64_t a_year_after(int64_t day) {
  int64_t year, month, day_of_month;
  civil(day, &year, &month, &day_of_month);
  int64_t last = days_in_month(year + 1, month);
  return day_number(year + 1, month, day_of_month < last ? day_of_month : last);
}

static int64_t days_overdue(const Run *run) {
  return total(run) == 0 ? 0 : run->today > run->due ? run->today - run->due : 0;
}

/* True where a constant payment leaves the debt at no day's end greater than it was. */
static int holds(const Run *start, int64_t daily, int64_t until) {
  Run run = *start;
  int64_t before = total(start);
  run.daily = daily;
  while (run.today < until && run.cleared_on == NEVER) {
    advance(&run, run.today + 1);
    if (total(&run) > before) return 0;
  }
  return 1;
}

static int64_t break_even(const Run *start) {
  int64_t until = a_year_after(start->as_of), high = 1;
  if (holds(start, 0, until)) return 0;
  while (!holds(start, high, until)) high *= 2;
  int64_t low = high / 2;
  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (holds(start, middle, until)) high = middle;
    else low = middle;
  }
  return high;
}

static char *put_number(char *at, int64_t value) {
  char digits[24];
  int count = 0;
  do digits[count++] = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  while (count > 0) *at++ = digits[--count];
  return at;
}

static char *put_two(char *at, int64_t value) {
  *at++ = (char)('0' + value / 10);
  *at++ = (char)('0' + value % 10);
  return at;
}

static char *put_money(char *at, int64_t fen) {
  at = put_number(at, fen / 100);
  *at++ = '.';
  return put_two(at, fen % 100);
}

static char *put_day(char *at, int64_t day) {
  int64_t year, month, day_of_month;
  civil(day, &year, &month, &day_of_month);
  at = put_number(at, year);
  *at++ = '-';
  at = put_two(at, month);
  *at++ = '-';
  return put_two(at, day_of_month);
}

static char *put_share(char *at, int64_t part, int64_t whole) {
  int64_t share = (20000 * part + whole) / (2 * whole);
  at = put_number(at, share / 10000);
  if (share % 10000 == 0) return at;
  *at++ = '.';
  for (int64_t rest = share % 10000, unit = 1000; rest > 0; unit /= 10) {
    *at++ = (char)('0' + rest / unit);
    rest %= unit;
  }
  return at;
}

static char *put_line(char *at, const char *id, size_t id_length, Run *run, int64_t until, int all) {
  Run start = *run;
  advance(run, until);
  Run end = *run;
  memcpy(at, id, id_length);
  at += id_length;
  *at++ = ',';
  at = put_day(at, end.as_of + 1 < end.today ? end.as_of + 1 : end.today);
  *at++ = ',';
  at = put_day(at, end.today);
  *at++ = ',';
  at = put_number(at, end.today - end.as_of);
  int64_t paid = 0;
  for (int index = 0; index < COMPONENTS; index += 1) paid += end.paid[index];
  *at++ = ',';
  at = put_money(at, paid);
  *at++ = ',';
  at = put_money(at, paid - end.paid[PRINCIPAL]);
  *at++ = ',';
  at = put_money(at, end.paid[PRINCIPAL]);
  *at++ = ',';
  if (paid > 0) at = put_share(at, end.paid[PRINCIPAL], paid);
  *at++ = ',';
  at = put_money(at, end.owed[PRINCIPAL]);
  *at++ = ',';
  at = put_money(at, total(&end));
  *at++ = ',';
  at = put_number(at, days_overdue(&end));
  *at++ = ',';
  advance(run, end_of_month(end.today));
  int64_t code = (days_overdue(run) + 29) / 30;
  at = put_number(at, code > 7 ? 7 : code);
  *at++ = ',';
  if (all) {
    advance(run, run->as_of + CENTURY_DAYS - DECADE_DAYS);
    int64_t before = total(run);
    advance(run, run->as_of + CENTURY_DAYS);
    if (run->principal_first_fell != NEVER) at = put_day(at, run->principal_first_fell);
    *at++ = ',';
    if (run->cleared_on != NEVER) at = put_day(at, run->cleared_on);
    *at++ = ',';
    if (run->cleared_on == NEVER) {
      int grows = total(run) > before || (run->daily > 0 && total(run) == before);
      const char *reason = grows ? "payments-do-not-cover-charges" : "not-within-horizon";
      memcpy(at, reason, strlen(reason));
      at += strlen(reason);
    }
    *at++ = ',';
    at = put_money(at, break_even(&start));
    *at++ = ',';
  }
  *at++ = '\n';
  return at;
}

static const char *cursor;

static int64_t next_number(void) {
  int64_t value = 0;
  while (*cursor >= '0' && *cursor <= '9') value = value * 10 + (*cursor++ - '0');
  return value;
}

static void pass(char separator) {
  if (*cursor != separator) exit(1);
  cursor += 1;
}

static int64_t next_money(void) {
  int64_t fen = 100 * next_number();
  if (*cursor == '.') {
    cursor += 1;
    fen += 10 * (*cursor++ - '0');
    if (*cursor >= '0' && *cursor <= '9') fen += *cursor++ - '0';
  }
  pass(',');
  return fen;
}

static int64_t next_count(void) {
  int64_t count = next_number();
  pass(',');
  return count;
}

int main(int argc, char **argv) {
  (void)argv;
  static char line[4096], out[1 << 16];
  char *at = out;
  if (fgets(line, sizeof line, stdin) == NULL) return 1;
  while (fgets(line, sizeof line, stdin) != NULL) {
    cursor = strchr(line, ',');
    if (cursor == NULL) return 1;
    size_t id_length = (size_t)(cursor - line);
    cursor += 1;
    Run run = {.principal_first_fell = NEVER, .cleared_on = NEVER};
    run.owed[PRINCIPAL] = next_money();
    int64_t overdue = next_count();
    run.owed[INTEREST] = next_money();
    run.owed[PENALTY] = next_money();
    run.owed[COMPOUND] = next_money();
    run.owed[FEE] = next_money();
    run.daily = next_money();
    int64_t days = next_count(), year = next_number();
    pass('-');
    int64_t month = next_number();
    pass('-');
    run.as_of = run.today = day_number(year, month, next_number());
    run.due = run.as_of - overdue;
    at = put_line(at, line, id_length, &run, run.as_of + days, argc > 1);
    if (at - out > (1 << 16) - 512) {
      fwrite(out, 1, (size_t)(at - out), stdout);
      at = out;
    }
  }
  fwrite(out, 1, (size_t)(at - out), stdout);
  return 0;
}
