/*
 * The limit the engine is measured against: the same rules for the same loans in C, day numbers and 64-bit integers.
 *
 * A night adds penalty on overdue principal and compound on overdue interest (or contract interest where nothing is
 * overdue yet), exactly, rounded half-up to the fen when posted, the rest carried; a quiet stretch is one step; a
 * payment goes through the three reaches in an order that is a list. Each loan's end is printed, so that the two
 * programs can be held against each other.
 *
 *   engine LOANS DAYS AS_OF DUE day|month AMOUNT REPEATS
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL, COMPONENTS };

/* 0.05 % a day and one and a half times as much, over one denominator. */
static const int64_t DENOMINATOR = 4000, CONTRACT_RATE = 2, PENALTY_RATE = 3;
static const int ORDER[COMPONENTS] = {FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL};

typedef struct {
  int64_t due, owed[COMPONENTS], carry[COMPONENTS];
} Instalment;

typedef struct {
  int64_t closing[COMPONENTS], paid[COMPONENTS], accrued[COMPONENTS];
  int64_t principal_days, principal_first_fell, cleared_on;
} Totals;

typedef struct {
  int monthly;
  int64_t amount, from;
} Stream;

typedef struct {
  int64_t year, month, day;
} Civil;

static Civil civil(int64_t day) {
  int64_t shifted = day + 719468, era = shifted / 146097, day_of_era = shifted - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t month_from_march = (5 * day_of_year + 2) / 153;
  int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return (Civil){year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

static int64_t day_number(Civil date) {
  int64_t year = date.year - (date.month <= 2), era = year / 400, year_of_era = year - era * 400;
  int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* Days of the month are at most 28 here, so that no month is too short. */
static int64_t payment_after(const Stream *stream, int64_t day) {
  if (!stream->monthly) return day + 1;
  Civil date = civil(day);
  date.month += 1;
  if (date.month > 12) date.month = 1, date.year += 1;
  return day_number(date);
}

/* A carry is never below minus one half, so that what is divided is never negative. */
static void post(Instalment *instalment, int component, int64_t parts, Totals *totals) {
  int64_t exact = instalment->carry[component] + parts;
  int64_t posted = (2 * exact + DENOMINATOR) / (2 * DENOMINATOR);
  instalment->carry[component] = exact - posted * DENOMINATOR;
  instalment->owed[component] += posted;
  totals->accrued[component] += posted;
}

static void accrue(Instalment *instalments, int count, int64_t day, int64_t nights, Totals *totals) {
  int64_t not_due = 0, principal = 0;
  Instalment *running = NULL;
  for (int i = 0; i < count; i++) {
    Instalment *instalment = &instalments[i];
    principal += instalment->owed[PRINCIPAL];
    if (instalment->due <= day) {
      int64_t interest = instalment->owed[INTEREST];
      if (instalment->owed[PRINCIPAL]) post(instalment, PENALTY, instalment->owed[PRINCIPAL] * PENALTY_RATE * nights, totals);
      if (interest) post(instalment, COMPOUND, interest * PENALTY_RATE * nights, totals);
    } else {
      if (running == NULL) running = instalment;
      not_due += instalment->owed[PRINCIPAL];
    }
  }
  if (running != NULL) post(running, INTEREST, not_due * CONTRACT_RATE * nights, totals);
  totals->principal_days += principal * nights;
}

static int64_t total_owed(const Instalment *instalments, int count) {
  int64_t total = 0;
  for (int i = 0; i < count; i++)
    for (int c = 0; c < COMPONENTS; c++) total += instalments[i].owed[c];
  return total;
}

/* 0: overdue, 1: due today, 2: not yet due. */
static int reach_of(const Instalment *instalment, int64_t day) {
  return instalment->due < day ? 0 : instalment->due == day ? 1 : 2;
}

static void pay(Instalment *instalments, int count, int64_t day, int64_t amount, Totals *totals) {
  for (int reach = 0; reach < 3 && amount > 0; reach++)
    for (int i = 0; i < count && amount > 0; i++) {
      Instalment *instalment = &instalments[i];
      if (reach_of(instalment, day) != reach) continue;
      for (int k = 0; k < COMPONENTS && amount > 0; k++) {
        int component = ORDER[k];
        int64_t part = instalment->owed[component] < amount ? instalment->owed[component] : amount;
        if (part == 0) continue;
        instalment->owed[component] -= part;
        totals->paid[component] += part;
        amount -= part;
        if (component == PRINCIPAL && totals->principal_first_fell < 0) totals->principal_first_fell = day;
      }
      int64_t left = 0;
      for (int c = 0; c < COMPONENTS; c++) left += instalment->owed[c];
      if (left == 0) memset(instalment->carry, 0, sizeof instalment->carry);
    }
}

static int64_t next_event(const Instalment *instalments, int count, int64_t day, int64_t payment, int64_t until) {
  int64_t next = payment < until ? payment : until;
  for (int i = 0; i < count; i++)
    if (instalments[i].due > day && instalments[i].due < next) next = instalments[i].due;
  return next;
}

static Totals simulate(Instalment *instalments, int count, int64_t as_of, int64_t until, const Stream *stream) {
  Totals totals = {.principal_first_fell = -1, .cleared_on = -1};
  int64_t day = as_of, payment = stream->from;
  while (day < until) {
    int64_t next = next_event(instalments, count, day, payment, until);
    accrue(instalments, count, day, next - day, &totals);
    day = next;
    if (day != payment) continue;
    int64_t owed = total_owed(instalments, count);
    pay(instalments, count, day, owed < stream->amount ? owed : stream->amount, &totals);
    payment = payment_after(stream, payment);
    if (owed <= stream->amount) {
      totals.cleared_on = day;
      break;
    }
  }
  for (int i = 0; i < count; i++)
    for (int c = 0; c < COMPONENTS; c++) totals.closing[c] += instalments[i].owed[c];
  return totals;
}

static void print(const Totals *totals) {
  for (int c = 0; c < COMPONENTS; c++) printf("%" PRId64 " ", totals->closing[c]);
  for (int c = 0; c < COMPONENTS; c++) printf("%" PRId64 " ", totals->paid[c]);
  for (int c = 0; c < COMPONENTS; c++) printf("%" PRId64 " ", totals->accrued[c]);
  printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", totals->principal_days, totals->principal_first_fell, totals->cleared_on);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count != 8) return 2;
  int loans = atoi(words[1]), repeats = atoi(words[7]);
  int64_t days = atoll(words[2]), as_of = atoll(words[3]), due = atoll(words[4]);
  Stream stream = {.monthly = strcmp(words[5], "month") == 0, .amount = atoll(words[6])};
  /* Monthly payments come on the day of `as_of`; the first is one month later. */
  stream.from = payment_after(&stream, as_of);
  Totals *totals = malloc(sizeof(Totals) * (size_t)loans);
  double start = seconds();
  for (int repeat = 0; repeat < repeats; repeat++)
    for (int i = 0; i < loans; i++) {
      Instalment instalment = {.due = due, .owed = {0, 0, 0, 100000 + 10 * i, 4000000 + 12370 * i}};
      totals[i] = simulate(&instalment, 1, as_of, as_of + days, &stream);
    }
  fprintf(stderr, "%.9f\n", (seconds() - start) / repeats);
  for (int i = 0; i < loans; i++) print(&totals[i]);
  free(totals);
  return 0;
}
