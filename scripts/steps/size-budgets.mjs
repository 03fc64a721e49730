const KIB = 1024;

/** What a part of the built page may weigh at most, in bytes after gzip: see `siteSizes`. */
export const sizeBudgets = { firstLoad: 190 * KIB, charts: 140 * KIB, worker: 40 * KIB, reader: 28 * KIB };
