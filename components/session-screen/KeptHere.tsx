import type { ComponentProps } from 'preact';
import { PlaceKeys } from './PlaceKeys.tsx';
import type { Session } from './use-session.ts';

type KeptHereProps = Omit<ComponentProps<typeof PlaceKeys>, 'kept' | 'pageUrl'> & {
  readonly session: Session;
  readonly version: string | null;
};

/** What may be done with the keys that the page keeps, once its cookies or storage were read. */
export function KeptHere({ session, version, ...rest }: KeptHereProps) {
  const { cookies, storage } = session.data;
  const { pageUrl } = session.site;
  const kept = {
    cookies: cookies?.is === 'read' ? cookies.value : null,
    storage: storage?.is === 'read' ? storage.value : null,
    site: session.site,
    version,
    heard: rest.carts.map(({ key }) => key),
  };
  if (!pageUrl || !session.askInspect || (!kept.cookies && !kept.storage)) return null;
  return <PlaceKeys {...rest} kept={kept} pageUrl={pageUrl} />;
}
