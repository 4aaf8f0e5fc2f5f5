import { Box, Table, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Schemas } from '../api.ts';
import { When } from '../parts/when.tsx';

type Points = Schemas['HealthFigures']['series'];

/** The window of the figures, ISO 8601. */
interface Span {
  readonly from: string;
  readonly to: string;
}

const outcomes = ['accepted', 'ignored', 'refused', 'failed'] as const;
const colours = {
  light: { ink: '#212529', accepted: '#087f5b', ignored: '#868e96', refused: '#e67700', failed: '#c92a2a' },
  dark: { ink: '#dee2e6', accepted: '#38d9a9', ignored: '#adb5bd', refused: '#ffc078', failed: '#ff8787' },
} as const;
const HEIGHT = 220;

/** Outcomes of events over time: a picture for the eye, and the same figures as a table for everybody. */
export function HealthChart({ series, from, to }: Span & { series: Points }) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const chart = new uPlot(optionsOf(scheme, box.clientWidth, { from, to }), dataOfSeries(series), box);
    const observer = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: HEIGHT }));
    observer.observe(box);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [series, scheme, from, to]);
  return (
    <>
      <Box ref={place} aria-hidden style={{ overflow: 'hidden' }} />
      <details>
        <summary>The same as a table</summary>
        <SeriesTable series={series} />
      </details>
    </>
  );
}

function dataOfSeries(series: Points): uPlot.AlignedData {
  return [
    series.map(({ at }) => Date.parse(at) / 1000),
    ...outcomes.map((outcome) => series.map((point) => point[outcome])),
  ] as uPlot.AlignedData;
}

function optionsOf(scheme: 'light' | 'dark', width: number, { from, to }: Span): uPlot.Options {
  const { ink, ...strokes } = colours[scheme];
  const axis = { stroke: ink, grid: { stroke: `${ink}22` } };
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    axes: [axis, { ...axis, size: 48 }],
    legend: { live: false },
    scales: {
      x: { range: () => [Date.parse(from) / 1000, Date.parse(to) / 1000] },
      y: { range: (_chart, _least, most) => [0, Math.max(1, most)] },
    },
    series: [
      {},
      ...outcomes.map((outcome) => ({ label: outcome, stroke: strokes[outcome], width: 2, points: { show: true } })),
    ],
  };
}

function SeriesTable({ series }: { series: Points }) {
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {['Time', 'Accepted', 'Ignored', 'Refused', 'Failed', 'Delivered'].map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>
                <When at={point.at} size="sm" />
              </Table.Td>
              {[...outcomes, 'delivered' as const].map((name) => (
                <Table.Td key={name}>{point[name]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
