import { describe, expect, test } from 'vitest';
import type { Intake } from '@/lib/core/intake/intake';
import { fail } from '@/lib/core/result';
import { createBrowserInvestigator, type WorkerPort } from '@/lib/engine/browser/client';
import { createLastingInvestigator } from '@/lib/engine/browser/lasting';
import type { Investigator, RowQuery, Source } from '@/lib/engine/investigator';
import { createSession } from '@/lib/engine/session/session';
import { channelWorker } from '../../../support/channel-worker';

const query: RowQuery = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 10 };

const texts: Readonly<Record<string, string>> = {
  'delta0.csv': 'user_id,total_spend,batch_id\n1,10,1\n2,20,2\n3,30,3\n',
  'delta1.csv': 'user_id,total_spend,batch_id\n1,40,4\n3,60,5\n',
  'ours.csv': 'user_id,total_spend,batch_id\n1,10,1\n2,20,2\n3,30,3\n',
  'theirs.csv': 'user_id,total_spend,batch_id\n1,40,4\n2,20,2\n3,60,5\n',
};

function sources(): Source[] {
  return Object.entries(texts).map(([name, text]) => ({ kind: 'file', name, file: new Blob([text]), lastModified: 0 }));
}

/** Workers that die with the message of theirs that is so many after their start. @param hangs they fall silent instead, and call this */
function mortal(lives: readonly number[], hangs: (() => void) | null = null) {
  let started = 0;
  function make(): WorkerPort {
    let left = lives[started] ?? Number.POSITIVE_INFINITY;
    started += 1;
    const inner = channelWorker(createSession());
    return {
      ...inner,
      listen(received, failed) {
        inner.listen((message) => {
          left -= 1;
          if (left > 0) received(message);
          else if (left === 0 && hangs) hangs();
          else if (left === 0) failed('it was killed');
        }, failed);
      },
    };
  }
  return { make, started: () => started };
}

function lasting(make: () => WorkerPort) {
  return createLastingInvestigator((died) => createBrowserInvestigator(make, { died }));
}

function plain(intake: Intake): Intake {
  return { ...intake, milliseconds: 0 };
}

/** A session from the drop to the repair: all that it answers. */
async function told(investigator: Investigator): Promise<unknown[]> {
  const read = await investigator.read(sources(), {});
  if (!read.ok) return [read];
  const found = await investigator.investigate(read.value.setup, {});
  const chunks: string[] = [];
  const exported = await investigator.exportRows(query, (chunk) => chunks.push(new TextDecoder().decode(chunk)));
  return [
    plain(read.value),
    found,
    await investigator.rows(query),
    await investigator.timeline(['1']),
    await investigator.replay([]),
    await investigator.rejections(),
    await investigator.repairRows('ours'),
    exported,
    chunks.join(''),
  ];
}

describe('an investigator whose worker is killed', () => {
  test('answers as if nothing had been, at whatever message it dies', async () => {
    const untouched = mortal([]);
    const investigator = lasting(untouched.make);
    const expected = await told(investigator);
    investigator.close();
    expect(expected).not.toContainEqual(expect.objectContaining({ ok: false }));
    for (let life = 1; life < 40; life++) {
      const { make, started } = mortal([life]);
      const mended = lasting(make);
      const answers = await told(mended);
      mended.close();
      const [, , , , , , , exported] = answers as { ok?: boolean }[];
      // Rows that have gone out are not written twice.
      if (exported?.ok === false) expect(answers.toSpliced(7, 2)).toEqual(expected.toSpliced(7, 2));
      else expect(answers).toEqual(expected);
      if (started() === 1) return;
      expect(started()).toBe(2);
    }
    expect.unreachable('a session has fewer messages');
  });

  test('says so when the one after it dies too, and answers when it is asked again', async () => {
    const { make } = mortal([]);
    const investigator = lasting(make);
    const read = await investigator.read(sources(), {});
    if (!read.ok) throw new Error('the files are sound');
    await investigator.investigate(read.value.setup, {});
    const rows = await investigator.rows(query);
    investigator.close();

    const dying = mortal([6, 2]);
    const again = lasting(dying.make);
    const answers = [await again.read(sources(), {})];
    const answer = await again.investigate(read.value.setup, {});
    expect([...answers, answer].filter(({ ok }) => !ok)).toEqual([
      { ok: false, problem: { code: 'engine-stopped', reason: 'it was killed' } },
    ]);
    expect((await again.investigate(read.value.setup, {})).ok).toBe(true);
    expect(await again.rows(query)).toEqual(rows);
    again.close();
  });

  test('is restarted when it hangs, and the question under way is asked again', async () => {
    const { make, started } = mortal([]);
    const sound = lasting(make);
    const expected = await told(sound);
    sound.close();
    expect(started()).toBe(1);
    for (const life of [1, 4, 6]) {
      const hanging = mortal([life], () => {
        investigator.restart();
      });
      const investigator = lasting(hanging.make);
      expect(await told(investigator)).toEqual(expected);
      expect(hanging.started()).toBe(2);
      investigator.close();
    }
  });

  test('takes no other content for what was read before', async () => {
    const given = sources();
    const { make } = mortal([]);
    const engines = [lasting(make), lasting(make)];
    let dead: () => void = () => undefined;
    let births = 0;
    const investigator = createLastingInvestigator((died) => {
      dead = died;
      births += 1;
      const engine = engines[births - 1] ?? lasting(make);
      if (births === 1) return engine;
      return {
        ...engine,
        read: (_, options) =>
          engine.read(
            given.map((source, s) => (s === 1 ? changed(source) : source)),
            options,
          ),
      };
    });
    const read = await investigator.read(given, {});
    if (!read.ok) throw new Error('the files are sound');
    await investigator.investigate(read.value.setup, {});
    dead();
    expect(await investigator.rows(query)).toEqual({
      ok: false,
      problem: { code: 'file-changed', file: 'delta1.csv' },
    });
    investigator.close();
  });

  test('is ended when memory was refused, and the call fails without being asked again', async () => {
    let searches = 0;
    const make = () =>
      channelWorker(
        createSession({
          search: () => {
            searches += 1;
            throw new RangeError('Array buffer allocation failed');
          },
        }),
      );
    const workers: WorkerPort[] = [];
    const investigator = lasting(() => {
      const worker = searches === 0 ? make() : channelWorker(createSession());
      workers.push(worker);
      return worker;
    });
    const read = await investigator.read(sources(), {});
    if (!read.ok) throw new Error('the files are sound');
    expect(await investigator.investigate(read.value.setup, {})).toEqual(fail({ code: 'out-of-memory' }));
    expect([searches, workers.length]).toEqual([1, 1]);
    expect((await investigator.investigate(read.value.setup, {})).ok).toBe(true);
    expect(workers.length).toBe(2);
    investigator.close();
  });
});

function changed(source: Source): Source {
  return {
    kind: 'file',
    name: source.name,
    file: new Blob(['user_id,total_spend,batch_id\n1,99,4\n']),
    lastModified: 1,
  };
}
