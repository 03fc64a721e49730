import './zod-without-eval';
import { z } from 'zod';
import { byName } from '@/lib/core/by-name-schema';
import { type Findings, findingsSchema } from '@/lib/core/findings/findings';
import { fail, ok, type Result } from '@/lib/core/result';
import { setupSchema } from '@/lib/core/setup';
import { COMMENT_LIMIT } from '../tell/comments';
import { letterSchema, peopleSchema } from './letter-schema';
import { migrate } from './migrate';
import type { SavedProblem } from './saved-problem';
import { isSitePath } from './site-path';

/** Everything that is kept of a case but the bytes of its files. */

const moment = z.iso.datetime();

const savedFileSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    name: z.string().min(1),
    bytes: z.int().min(0),
    /** Of its bytes, in hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    lastModified: z.number(),
  }),
  /** A file of the page's own site: the sample. */
  z.object({
    kind: z.literal('site'),
    name: z.string().min(1),
    url: z.string().refine(isSitePath, 'it must be the path of a file of this page’s own site, and leads elsewhere'),
  }),
]);

const commentSchema = z.object({
  id: z.string().min(1),
  on: z.string().nullable(),
  author: z.string(),
  text: z.string().min(1).max(COMMENT_LIMIT),
  at: moment,
});

const recordSchema = z.object({
  schema: z.literal('tieout.case/2'),
  /** Random; says nothing of the case. */
  id: z.string().regex(/^[0-9A-Z]{16}$/),
  name: z.string(),
  created: moment,
  /** When the case itself last changed; looking at it changes nothing. */
  updated: moment,
  /** In the order in which they were dropped. */
  files: z.array(savedFileSchema).min(1),
  /** Null until the files were read. */
  setup: setupSchema.nullable(),
  /** By file id, the name of each file as it was read: what the set-up's ids mean. */
  readAs: z.array(z.string()),
  comments: z.array(commentSchema),
  mask: z.object({
    on: z.boolean(),
    /** Never leaves this browser; an exported case has it empty. */
    salt: z.string(),
    /** By column, what a person chose. */
    columns: byName(z.boolean()).optional(),
  }),
  /** What was changed in letters by hand. */
  letters: z.object({ engineer: letterSchema.optional(), customer: letterSchema.optional() }),
  /** Who signs and whom the letters are for; null: nobody was named. */
  people: peopleSchema.nullable(),
});

const screenSchema = z.object({
  /** The address's fragment without its "#". */
  fragment: z.string(),
  search: z.string(),
  openKey: z.string().nullable(),
});

export type SavedFile = z.infer<typeof savedFileSchema>;
/** `findings`: those of this set-up over these files; null until there are. */
export type CaseRecord = z.infer<typeof recordSchema> & { readonly findings: Findings | null };
/** How the case was last looked at. */
export type SavedScreen = z.infer<typeof screenSchema>;

/**
 * A record as it was written, by this version or an older one. Findings that this version does not understand are left
 * out, never a reason to refuse: they are found again from the files. Problems: not-a-case, case-newer, case-damaged.
 */
export function readRecord(value: unknown, findings: unknown): Result<CaseRecord, SavedProblem> {
  const migrated = migrate(value);
  if (!migrated.ok) return migrated;
  const parsed = recordSchema.safeParse(migrated.value);
  if (!parsed.success) return fail({ code: 'case-damaged', where: 'case.json', reason: firstIssue(parsed.error) });
  return ok({ ...parsed.data, findings: readFindings(findings) });
}

/** A screen that cannot be read is no screen: the case then opens at its beginning. */
export function readScreen(value: unknown): SavedScreen | null {
  return screenSchema.safeParse(value).data ?? null;
}

/** The value itself, so that it is written again byte for byte. */
function readFindings(value: unknown): Findings | null {
  return findingsSchema.safeParse(value).success ? (value as Findings) : null;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'something is wrong';
  const place = issue.path.length === 0 ? 'it' : `“${issue.path.join('.')}”`;
  return `${place} is not what it should be (${issue.message})`;
}
