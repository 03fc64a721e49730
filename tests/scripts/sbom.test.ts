import { describe, expect, it } from 'vitest';
import { lockedPackages } from '../../scripts/steps/lock.mjs';
import { billOfMaterials } from '../../scripts/steps/sbom.mjs';

const bill = billOfMaterials(lockedPackages());

describe('the bill of materials', () => {
  it('is CycloneDX, the same each time', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    expect(bill.metadata).not.toHaveProperty('timestamp');
    expect(JSON.stringify(billOfMaterials(lockedPackages()))).toBe(JSON.stringify(bill));
  });

  it('names each package once, with version, licence and checksum', () => {
    const references = bill.components.map((one) => one['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    for (const { purl, version, hashes, licenses } of bill.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[^/@]+\/)?[^/@]+@[^/@]+$/);
      expect(purl.endsWith(`@${version}`)).toBe(true);
      expect(hashes[0]!.content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses).toHaveLength(1);
    }
  });

  it('tells what is in the product from what builds it, and leaves out what tests it', () => {
    const scopes = new Map(bill.components.map(({ name, scope }) => [name, scope]));
    expect(scopes.get('react')).toBe('required');
    expect(scopes.get('esbuild')).toBe('excluded');
    expect(scopes.has('vitest')).toBe(false);
  });

  it('says of each package what it needs, all of it listed', () => {
    const listed = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
    expect(bill.dependencies).toHaveLength(listed.size);
    for (const { ref, dependsOn } of bill.dependencies) {
      expect([ref, ...dependsOn].filter((one) => !listed.has(one))).toEqual([]);
    }
  });
});
