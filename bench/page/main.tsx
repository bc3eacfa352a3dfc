export { timeReading } from '../time-reading.ts';
export { timeFrames } from './time-frames.tsx';
