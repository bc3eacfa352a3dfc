import { createRequire } from 'node:module';
import type { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { build } from 'vite';
import { z } from '../../lib/zod.ts';

/** Roles and accessible names, as they stand ready in a page under test. */
export interface RoleAndName {
  readonly getRole: typeof getRole;
  readonly computeAccessibleName: typeof computeAccessibleName;
}

declare global {
  interface Window {
    cocartRoleAndName?: RoleAndName;
  }
}

const Bundle = z.array(z.object({ output: z.array(z.object({ code: z.string() })) }));

/**
 * A script that puts {@link RoleAndName} in a page. axe-core knows them as well, but is fifty times as
 * large: it would be sent and compiled anew for every page.
 */
export const ROLE_AND_NAME_SCRIPT: string = await bundle();

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: createRequire(import.meta.url).resolve('dom-accessibility-api'),
        formats: ['iife'],
        name: 'cocartRoleAndName',
        fileName: 'role-and-name',
      },
    },
  });
  const [first] = Bundle.parse(built);
  const code = first?.output.map((chunk) => chunk.code).join('\n');
  return `${code}\nwindow.cocartRoleAndName = cocartRoleAndName;`;
}
