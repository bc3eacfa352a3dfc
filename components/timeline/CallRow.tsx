import type { Capture } from '../../lib/capture.ts';
import { bodySizeText } from '../../lib/timeline/byte-text.ts';
import type { CallMark } from '../../lib/timeline/call-mark.ts';
import type { Timeline } from '../../lib/timeline/timeline.ts';
import { rowLabel, type TimelineRow } from '../../lib/timeline/timeline-row.ts';
import { Pill } from '../ui/Pill.tsx';
import { EffectCell } from './EffectCell.tsx';
import { KeyCell } from './KeyCell.tsx';
import { Marked } from './Marked.tsx';
import { callerText, dateText, durationText, statusTone, timeText } from './row-words.ts';

interface CallRowProps {
  readonly row: TimelineRow;
  readonly timeline: Timeline;
  readonly capture: Capture | null;
  readonly mark: CallMark | null;
  readonly marked: readonly string[];
}

/** Laid out as a grid, cells are none to screen readers any more unless it is said. */
const CELL = { role: 'gridcell' } as const;

/** The cells of a call. */
export function CallRow({ row, timeline, capture, mark, marked }: CallRowProps) {
  const { call, part } = row;
  const tone = statusTone(call);
  const caller = callerText(call);
  return (
    <>
      <td {...CELL} class="call-time" title={dateText(call.startedAt)}>
        {timeText(call.startedAt)}
      </td>
      <td {...CELL} class="call-name">
        {mark?.pinned && (
          <span class="call-pin" title="Pinned">
            <span aria-hidden="true">★ </span>
            <span class="visually-hidden">pinned </span>
          </span>
        )}
        <span class="mono">
          <Marked text={rowLabel(row)} words={marked} />
        </span>
        {part && (
          <>
            {' '}
            <Pill
              title={
                part.apart
                  ? 'Sent in one request to batch/v1, each with an answer of its own'
                  : 'Sent in one request, answered by one cart'
              }
            >
              {part.number} of {part.of}
            </Pill>
          </>
        )}
        {mark?.name && (
          <>
            {' '}
            <Pill tone="accent">{mark.name}</Pill>
          </>
        )}
        {caller && (
          <>
            {' '}
            <Pill>{caller}</Pill>
          </>
        )}
        {call.fromCache && (
          <>
            {' '}
            <Pill tone="warn" title="The browser answered by itself">
              from cache
            </Pill>
          </>
        )}
      </td>
      <td {...CELL} class="call-status">
        {tone ? (
          <Pill tone={tone}>{call.status || (call.kind === 'redirect' ? '3xx' : 'none')}</Pill>
        ) : (
          call.status
        )}
      </td>
      <td {...CELL} class="call-ms">
        {durationText(call)}
      </td>
      <td {...CELL} class="call-size muted">
        {capture ? bodySizeText(capture.exchange.response.body) : '—'}
      </td>
      <td {...CELL} class="call-key">
        <KeyCell call={call} />
      </td>
      <td {...CELL} class="call-did">
        <EffectCell
          effect={timeline.effectOf(row)}
          overlaps={timeline.overlapsOf(call).length}
          marked={marked}
        />
      </td>
    </>
  );
}
