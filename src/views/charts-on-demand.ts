import { lazy } from 'react';

const channelPicture = () => import('./explore/channel-picture.tsx');
const jointChart = () => import('./review/joint-chart.tsx');
const volumeChart = () => import('./review/volume-chart.tsx');
const leakWaterfall = () => import('./leaks/leak-waterfall.tsx');
const changeWaterfall = () => import('./review/change-waterfall.tsx');
const trackBullet = () => import('./review/track-bullet.tsx');

/** Charts are drawing, not needed for the first answer on screen: they come in files of their own. */
export const ChannelPicture = lazy(async () => ({ default: (await channelPicture()).ChannelPicture }));
export const JointChart = lazy(async () => ({ default: (await jointChart()).JointChart }));
export const VolumeChart = lazy(async () => ({ default: (await volumeChart()).VolumeChart }));
export const ChangeWaterfall = lazy(async () => ({ default: (await changeWaterfall()).ChangeWaterfall }));
export const LeakWaterfall = lazy(async () => ({ default: (await leakWaterfall()).LeakWaterfall }));
export const TrackBullet = lazy(async () => ({ default: (await trackBullet()).TrackBullet }));

/** Fetches them all, so that every page draws without the network. */
export const fetchCharts = (): void => {
  for (const fetchChart of [
    channelPicture,
    jointChart,
    volumeChart,
    changeWaterfall,
    leakWaterfall,
    trackBullet,
  ])
    void fetchChart();
};
