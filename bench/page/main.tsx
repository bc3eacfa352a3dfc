export { timeReading } from '../time-reading.ts';
export { timeStorage } from '../time-storage.ts';
export { timeFrames } from './time-frames.tsx';
export { prepareImport, timeImport } from './time-import.tsx';
export { timeTimeline } from './time-timeline.tsx';
