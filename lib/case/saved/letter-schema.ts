import './zod-without-eval';
import { z } from 'zod';
import type { LetterDraft } from '../tell/draft';
import type { People } from '../tell/people';

/** How what was changed in a letter, and whom it is for, stand in a record. */

export const letterSchema: z.ZodType<LetterDraft> = z.object({
  subject: z.string().nullable(),
  edits: z.array(z.object({ at: z.int().min(0), was: z.string(), now: z.string() })),
});

const personSchema = z.object({ name: z.string(), email: z.string(), company: z.string() });

export const peopleSchema: z.ZodType<People> = z.object({
  from: personSchema,
  engineer: personSchema,
  customer: personSchema,
});
