/** What is said, each with when it is said: one table in place of a list of names and a choice among them. */

export type Conditions<Question> = Readonly<Record<string, (question: Question) => boolean>>;

/** The names whose condition holds, in the order of the table. */
export function thoseThatHold<Name extends string, Question>(
  conditions: Readonly<Record<Name, (question: Question) => boolean>>,
  question: Question,
): readonly Name[] {
  return (Object.keys(conditions) as Name[]).filter((name) => conditions[name](question));
}

/** What there is of a list, in its order: where a condition does not hold, false or null stands in its place. */
export function allThatHold<Said extends object>(
  ...said: readonly (Said | readonly Said[] | false | null)[]
): readonly Said[] {
  return said.flatMap((one) => one || []);
}
