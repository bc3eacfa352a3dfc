import { useId } from 'preact/hooks';
import type { GlanceLane } from '../../lib/glance.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { lanePlace, throughText } from './lane-place.ts';
import './session.css';

interface LaneSwitchProps {
  readonly lanes: readonly GlanceLane[];
  readonly shown: GlanceLane;
  readonly onChoose: (laneId: string) => void;
}

/** Names a lane where several are offered: host, path where there is one, API version, how many items. */
function laneName(lane: GlanceLane, lanes: readonly GlanceLane[]): string {
  const { address, api, through, whose } = lane;
  const { origin } = address;
  const twins = lanes.filter((other) => other.address.origin === origin && other.api === api);
  const places = new Set(twins.map(lanePlace));
  const path = places.size > 1 ? (lanePlace(lane)?.slice(origin.length) ?? '') : '';
  const isUnmapped = through !== null && through.mappedAt === null;
  const store = isUnmapped ? throughText(through) : hostOf(origin) + path;
  // A cart that a front end passed on without its key stands beside those that have one.
  const name = through && !isUnmapped && !whose ? `${store} · key not told` : store;
  const count = lane.cart?.cart.itemCount;
  const items =
    count === null || count === undefined ? '' : ` · ${count} item${count === 1 ? '' : 's'}`;
  return `${name} · ${api}${items}`;
}

/** A choice between the stores and API versions of one page. */
export function LaneSwitch({ lanes, shown, onChoose }: LaneSwitchProps) {
  const id = useId();
  return (
    <span class="lane-switch">
      <label class="visually-hidden" for={id}>
        Store and API version
      </label>
      <select
        id={id}
        class="button"
        value={shown.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {lanes.map((lane) => (
          <option key={lane.id} value={lane.id}>
            {laneName(lane, lanes)}
          </option>
        ))}
      </select>
    </span>
  );
}
