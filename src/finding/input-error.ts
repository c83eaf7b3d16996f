/** The user's mistake: one sentence that names the input and the repair. Ends with exit code 3, never with a stack. */
export class InputError extends Error {
  override readonly name = "InputError";
}
