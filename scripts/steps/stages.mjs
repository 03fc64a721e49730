/** A run of named stages: what each took, and how it ended. */
export function stageLog() {
  const done = [];
  return {
    /** Runs one stage under a heading; `work` gives an exit status. Gives whether it passed. */
    async stage(name, work) {
      console.log(`\n── ${name}`);
      const begun = performance.now();
      const status = await work();
      done.push({ name, passed: status === 0, seconds: (performance.now() - begun) / 1000 });
      return status === 0;
    },
    /** One line a stage. */
    print() {
      const width = Math.max(...done.map(({ name }) => name.length));
      console.log('');
      for (const { name, passed, seconds } of done) {
        console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s`);
      }
    },
    failed: () => done.filter(({ passed }) => !passed).length,
  };
}
