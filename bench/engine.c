/*
 * The limit the engine is measured against: the same rules for the same loans in C, day numbers and 64-bit integers.
 *
 * A night adds penalty on overdue principal and compound on overdue interest, and contract interest on what is not yet
 * due, rounded half-up to the fen: each night by itself, or exactly, the rest carried. A quiet stretch is one step. A
 * payment goes to what is overdue, due today, and not yet due, in an order that is a list. An agreement waives penalty
 * and compound and spreads the principal; what would hold if it broke goes on beside it.
 *
 * Standard input, whole numbers: repeats, asOf, last day, 1 for rounding daily, day of the agreement (0: none), its
 * months, the numbers of streams, of instalments and of loans; for each stream 1 for monthly, and its amount; for each
 * instalment of each loan due day, interest and principal. The ends go to standard output, so that the two programs
 * can be held against each other, the seconds of one repeat to standard error.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL, COMPONENTS };
enum { MOST_INSTALMENTS = 512, MOST_STREAMS = 4 };

/* 0.05 % a day, one and a half times as much, and what an agreement bears, over one denominator. */
static const int64_t DENOMINATOR = 4000, CONTRACT_RATE = 2, PENALTY_RATE = 3, AGREED_RATE = 1;
static const int ORDER[COMPONENTS] = {FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL};

typedef struct {
  int64_t due, owed[COMPONENTS], carry[COMPONENTS];
} Instalment;

/* What is owed under one set of terms; no instalment before `oldest` has anything owed. */
typedef struct {
  Instalment *instalments;
  int count, oldest, rounds_daily;
  int64_t contract_rate, penalty_rate, owed[COMPONENTS];
} Book;

typedef struct {
  int64_t paid[COMPONENTS], accrued[COMPONENTS], waived[COMPONENTS];
  int64_t principal_days, principal_first_fell, cleared_on;
} Flows;

typedef struct {
  int monthly;
  int64_t amount, next;
} Stream;

typedef struct {
  int64_t as_of, until, agreement_on, months;
  int streams;
  Stream stream[MOST_STREAMS];
} Plan;

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
static int64_t month_after(int64_t day) {
  Civil date = civil(day);
  date.month += 1;
  if (date.month > 12) date.month = 1, date.year += 1;
  return day_number(date);
}

static int64_t payment_after(const Stream *stream, int64_t day) {
  return stream->monthly ? month_after(day) : day + 1;
}

/* A carry is never below minus one half, so that what is divided is never negative. */
static int64_t half_up(int64_t parts) { return (2 * parts + DENOMINATOR) / (2 * DENOMINATOR); }

static void bear(Book *book, Instalment *to, int component, int64_t base, int64_t rate, int64_t nights, Flows *flows) {
  int64_t posted;
  if (book->rounds_daily) {
    posted = half_up(base * rate) * nights;
  } else {
    int64_t exact = to->carry[component] + base * rate * nights;
    posted = half_up(exact);
    to->carry[component] = exact - posted * DENOMINATOR;
  }
  to->owed[component] += posted;
  book->owed[component] += posted;
  flows->accrued[component] += posted;
}

static void accrue(Book *book, int64_t day, int64_t nights, Flows *flows) {
  int64_t not_due = book->owed[PRINCIPAL];
  flows->principal_days += not_due * nights;
  int i = book->oldest;
  for (; i < book->count && book->instalments[i].due <= day; i++) {
    Instalment *overdue = &book->instalments[i];
    int64_t principal = overdue->owed[PRINCIPAL], interest = overdue->owed[INTEREST];
    not_due -= principal;
    if (principal) bear(book, overdue, PENALTY, principal, book->penalty_rate, nights, flows);
    if (interest) bear(book, overdue, COMPOUND, interest, book->penalty_rate, nights, flows);
  }
  if (not_due) bear(book, &book->instalments[i], INTEREST, not_due, book->contract_rate, nights, flows);
}

static int64_t total(const int64_t of[COMPONENTS]) {
  return of[FEE] + of[PENALTY] + of[COMPOUND] + of[INTEREST] + of[PRINCIPAL];
}

/* By due date; instalments are in that order, so that what is overdue comes first, and what is not yet due last. */
static void pay(Book *book, int64_t day, int64_t amount, Flows *flows) {
  for (int i = book->oldest; i < book->count && amount > 0; i++) {
    Instalment *instalment = &book->instalments[i];
    for (int k = 0; k < COMPONENTS && amount > 0; k++) {
      int component = ORDER[k];
      int64_t part = instalment->owed[component] < amount ? instalment->owed[component] : amount;
      if (part == 0) continue;
      instalment->owed[component] -= part;
      book->owed[component] -= part;
      flows->paid[component] += part;
      amount -= part;
      if (component == PRINCIPAL && flows->principal_first_fell < 0) flows->principal_first_fell = day;
    }
    if (total(instalment->owed) == 0) memset(instalment->carry, 0, sizeof instalment->carry);
  }
  while (book->oldest < book->count && total(book->instalments[book->oldest].owed) == 0) book->oldest++;
}

static int64_t fallen_due(const Book *book, int64_t day) {
  int64_t sum = 0;
  for (int i = book->oldest; i < book->count && book->instalments[i].due <= day; i++)
    sum += total(book->instalments[i].owed);
  return sum;
}

/* Equal parts of the principal, rounded up, the last the smaller one, with which what is left of interest is owed. */
static Book agree(Book *old, const Plan *plan, Instalment *instalments, Flows *flows) {
  for (int component = PENALTY; component <= COMPOUND; component++) flows->waived[component] += old->owed[component];
  int64_t left = old->owed[PRINCIPAL], part = (left + plan->months - 1) / plan->months, due = plan->agreement_on;
  Book book = {.instalments = instalments, .count = (int)plan->months, .contract_rate = AGREED_RATE};
  for (int i = 0; i < book.count; i++) {
    due = month_after(due);
    int64_t principal = i == book.count - 1 || left < part ? left : part;
    instalments[i] = (Instalment){.due = due, .owed = {[PRINCIPAL] = principal}};
    left -= principal;
  }
  instalments[book.count - 1].owed[INTEREST] = old->owed[INTEREST];
  book.owed[INTEREST] = old->owed[INTEREST];
  book.owed[PRINCIPAL] = old->owed[PRINCIPAL];
  return book;
}

static int64_t next_stop(const Book *book, const Plan *plan, int64_t day) {
  int64_t next = plan->until;
  for (int s = 0; s < plan->streams; s++)
    if (plan->stream[s].next < next) next = plan->stream[s].next;
  if (plan->agreement_on > day && plan->agreement_on < next) next = plan->agreement_on;
  for (int i = book->oldest; i < book->count && book->instalments[i].due < next; i++)
    if (book->instalments[i].due > day) next = book->instalments[i].due;
  return next;
}

/* What would be owed if the agreement had broken; kept where the compiler cannot see that nobody asks. */
int64_t owed_without_agreement;

static Flows simulate(Book *book, Plan plan) {
  static Instalment agreed[MOST_INSTALMENTS];
  Flows flows = {.principal_first_fell = -1, .cleared_on = -1}, flows_behind = {0};
  Book behind = {0};
  int is_agreed = 0;
  int64_t day = plan.as_of;
  while (day < plan.until) {
    int64_t next = next_stop(book, &plan, day);
    accrue(book, day, next - day, &flows);
    if (is_agreed) accrue(&behind, day, next - day, &flows_behind);
    day = next;
    if (day == plan.agreement_on) {
      behind = *book;
      *book = agree(&behind, &plan, agreed, &flows);
      is_agreed = 1;
    }
    int64_t amount = is_agreed ? fallen_due(book, day) : 0, owed = total(book->owed);
    for (int s = 0; s < plan.streams; s++) {
      if (plan.stream[s].next != day) continue;
      amount += plan.stream[s].amount;
      plan.stream[s].next = payment_after(&plan.stream[s], day);
    }
    if (amount == 0) continue;
    if (amount > owed) amount = owed;
    pay(book, day, amount, &flows);
    if (is_agreed) pay(&behind, day, amount, &flows_behind);
    if (amount == owed) {
      flows.cleared_on = day;
      break;
    }
  }
  owed_without_agreement = total(behind.owed);
  return flows;
}

static void print(const int64_t amounts[COMPONENTS]) {
  for (int c = 0; c < COMPONENTS; c++) printf("%" PRId64 " ", amounts[c]);
}

static int64_t number(void) {
  int64_t read;
  if (scanf("%" SCNd64, &read) != 1) exit(2);
  return read;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(void) {
  int64_t repeats = number();
  Plan plan = {.as_of = number()};
  plan.until = number();
  int rounds_daily = (int)number();
  plan.agreement_on = number();
  plan.months = number();
  plan.streams = (int)number();
  int count = (int)number(), loans = (int)number();
  if (plan.streams > MOST_STREAMS || count > MOST_INSTALMENTS || plan.months > MOST_INSTALMENTS) return 2;
  for (int s = 0; s < plan.streams; s++) {
    Stream *stream = &plan.stream[s];
    stream->monthly = (int)number();
    stream->amount = number();
    /* Monthly payments come on the day of `asOf`; the first is one month later. */
    stream->next = payment_after(stream, plan.as_of);
  }
  Instalment *given = calloc((size_t)loans * (size_t)count, sizeof(Instalment));
  for (int i = 0; i < loans * count; i++) {
    given[i].due = number();
    given[i].owed[INTEREST] = number();
    given[i].owed[PRINCIPAL] = number();
  }
  Book *ends = calloc((size_t)loans, sizeof(Book));
  Flows *flows = calloc((size_t)loans, sizeof(Flows));
  double start = seconds();
  for (int64_t repeat = 0; repeat < repeats; repeat++)
    for (int i = 0; i < loans; i++) {
      Instalment instalments[MOST_INSTALMENTS];
      Book *book = &ends[i];
      memcpy(instalments, &given[i * count], sizeof(Instalment) * (size_t)count);
      *book = (Book){.instalments = instalments, .count = count, .rounds_daily = rounds_daily};
      book->contract_rate = CONTRACT_RATE;
      book->penalty_rate = PENALTY_RATE;
      for (int k = 0; k < count; k++)
        for (int c = 0; c < COMPONENTS; c++) book->owed[c] += instalments[k].owed[c];
      flows[i] = simulate(book, plan);
    }
  fprintf(stderr, "%.9f\n", (seconds() - start) / (double)repeats);
  for (int i = 0; i < loans; i++) {
    print(ends[i].owed);
    print(flows[i].paid);
    print(flows[i].accrued);
    print(flows[i].waived);
    printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", flows[i].principal_days, flows[i].principal_first_fell,
           flows[i].cleared_on);
  }
  free(given);
  free(ends);
  free(flows);
  return 0;
}
