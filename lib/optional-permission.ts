/** The permission by which calls to all granted sites are heard as they happen; the browser's name for it. */
export const OBSERVING = 'webRequest';

/** A permission of the browser that is asked for with the wish that needs it, as origins are. */
export type OptionalPermission = typeof OBSERVING;
