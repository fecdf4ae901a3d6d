import { createEdge, createRendererPool } from '@barta/edge';
import { changeFeed } from './store.mjs';

const port = Number(process.env.PORT ?? 3000);
const siteUrl = `http://127.0.0.1:${port}`;
const renderer = createRendererPool();
const edge = createEdge({ siteUrl, renderer, changeFeed });

await edge.listen('127.0.0.1', port);
renderer.start();
console.log(`Open ${siteUrl}/apples`);
