/**
 * The files that a form really holds. Where none was chosen a browser sends an empty one without a name, and React's
 * client calls it `blob` on the way; an empty file that has a name was chosen, and is told to be empty.
 */
export function filesIn(form: FormData, field: string): File[] {
  return form
    .getAll(field)
    .filter((value): value is File => value instanceof File)
    .filter(({ name, size }) => size > 0 || name.includes('.'));
}
