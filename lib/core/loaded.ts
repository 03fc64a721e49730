import type { Problem } from './problem';
import { fail, ok, type Result } from './result';

/** A part of the program that is loaded when it is first needed, and asked for anew where it could not be. Problem: part-missing. */
export async function loadPart<T>(
  load: () => Promise<T>,
): Promise<Result<T, Extract<Problem, { code: 'part-missing' }>>> {
  try {
    return ok(await load());
  } catch {
    return fail({ code: 'part-missing' });
  }
}
