import { ok, type Result } from '@/lib/core/result';
import type { Source } from '../open/state';
import { exportOf } from './carry-case';
import { type CaseContent, contentOfRecord, NO_CONTENT, recordOf, substanceOf } from './case-content';
import { fingerprintOf } from './case-id';
import type { SavedScreen } from './case-record';
import type { CaseShelf, ShelvedCase } from './case-shelf';
import { NO_SCREEN } from './resumed-screen';
import type { SavedProblem } from './saved-problem';
import { filesOfSources } from './source-files';

/**
 * The open case as it is to be kept, and how far it is. Content and screen are replaced, never changed; the
 * session remembers which of them were kept last.
 */
export class OpenSession {
  readonly id: string;
  readonly created: string;
  content: CaseContent;
  screen: SavedScreen;
  /** Ends the hold on the case among the tabs. */
  release: () => void = () => undefined;
  #updated: string;
  #revision: number | null;
  #substance: string | null;
  #keptContent: CaseContent | null;

  private constructor(
    id: string,
    created: string,
    content: CaseContent,
    screen: SavedScreen,
    kept: { readonly updated: string; readonly revision: number; readonly substance: string } | null,
  ) {
    this.id = id;
    this.created = created;
    this.content = content;
    this.screen = screen;
    this.#updated = kept?.updated ?? created;
    this.#revision = kept?.revision ?? null;
    this.#substance = kept?.substance ?? null;
    this.#keptContent = kept && content;
  }

  static begun(id: string, now: string, fragment: string): OpenSession {
    return new OpenSession(id, now, NO_CONTENT, { ...NO_SCREEN, fragment }, null);
  }

  /** @param revision null: it was opened although it could not be kept */
  static resumed(
    { record, revision }: Pick<ShelvedCase, 'record'> & { readonly revision: number | null },
    sources: readonly Source[],
    screen: SavedScreen,
  ): OpenSession {
    const { id, created, updated } = record;
    const kept = revision === null ? null : { updated, revision, substance: substanceOf(record) };
    return new OpenSession(id, created, contentOfRecord(record, sources), screen, kept);
  }

  /** The same as a case of its own, of which nothing is kept yet. */
  copied(id: string): OpenSession {
    return new OpenSession(id, this.created, this.content, this.screen, null);
  }

  /** Null: nothing of it is kept yet. */
  get revision(): number | null {
    return this.#revision;
  }

  /** Something may not be kept yet. */
  get changed(): boolean {
    return this.content !== this.#keptContent;
  }

  /** Keeps what is not kept yet. Calls must not overlap. @returns whether there was anything */
  async keep(shelf: CaseShelf, now: string): Promise<Result<boolean, SavedProblem>> {
    const { content } = this;
    if (!this.changed || content.sources.length === 0) return ok(false);
    const sources = await filesOfSources(content.sources);
    if (!sources.ok) return sources;
    const { id, created } = this;
    const record = recordOf({ id, created, updated: now }, sources.value.files, content);
    const substance = substanceOf(record);
    const anew = substance !== this.#substance;
    if (anew) {
      const put = await shelf.put(record, sources.value.blobs, this.#revision);
      if (!put.ok) return put;
      const first = this.#revision === null;
      this.#revision = put.value;
      this.#substance = substance;
      this.#updated = now;
      if (first) await shelf.putScreen(id, this.screen);
    }
    this.#keptContent = content;
    return ok(anew);
  }

  /** As it stands, kept or not. */
  exported(): ReturnType<typeof exportOf> {
    const identity = { id: this.id, created: this.created, updated: this.#updated };
    return exportOf(identity, this.content, this.screen);
  }

  async fingerprint(): Promise<Result<string, SavedProblem>> {
    const sources = await filesOfSources(this.content.sources);
    if (!sources.ok) return sources;
    return ok(await fingerprintOf(sources.value.files.map((file) => (file.kind === 'file' ? file.sha256 : file.url))));
  }
}
