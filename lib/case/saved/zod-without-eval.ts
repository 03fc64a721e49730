import { z } from 'zod';

// Imported before any schema is used: zod otherwise probes `new Function`, which the content security policy refuses.
z.config({ jitless: true });
