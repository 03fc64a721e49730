import { config } from 'zod/v4/core';

// The page's first import: zod otherwise probes `new Function` with its first schema, which the policy refuses.
config({ jitless: true });
