// What a Prometheus server reads: what was inspected, what waits, how the process does. Every app has a registry of
// its own, so that two apps in one process count apart.
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Inspection } from "../domain/inspection.ts";
import { JobLane } from "../domain/job.ts";
import type { Inspector } from "../inspector.ts";
import type { ApiEnv } from "./env.ts";

export const createMetrics = (inspector: Inspector) => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry }); // memory, event-loop delay, garbage collection, processor time
  inspector.onRecorded(observed(registers));
  addQueue(inspector, registers);
  return { registry, timed: timed(registers) };
};

type Registers = readonly Registry[];
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180];

const observed = (registers: Registers) => {
  const inspections = new Counter({
    name: "gumsa_inspections_total",
    help: "Inspections recorded by this process, by verdict.",
    labelNames: ["verdict"],
    registers: [...registers],
  });
  const nodes = new Histogram({
    name: "gumsa_node_seconds",
    help: "Time that a node of the inspection graph took.",
    labelNames: ["node"],
    buckets: SECONDS,
    registers: [...registers],
  });
  const whole = new Histogram({
    name: "gumsa_inspection_seconds",
    help: "Time from the acceptance of an inspection to its record, waiting included.",
    buckets: SECONDS,
    registers: [...registers],
  });
  return ({ verdict, timingsMs: { total = 0, ...timings } }: Inspection): void => {
    inspections.inc({ verdict: verdict.kind });
    whole.observe(total / 1000);
    for (const [node, ms] of Object.entries(timings)) nodes.observe({ node }, ms / 1000);
  };
};

/** Looked up when it is asked for. */
const addQueue = ({ jobs }: Inspector, registers: Registers): void => {
  new Gauge({
    name: "gumsa_jobs",
    help: "Jobs that wait or run, by lane.",
    labelNames: ["lane", "state"],
    registers: [...registers],
    async collect() {
      const counts = await jobs.counts();
      for (const lane of JobLane.options) {
        this.set({ lane, state: "queued" }, counts[lane].queued);
        this.set({ lane, state: "running" }, counts[lane].running);
      }
    },
  });
  new Gauge({
    name: "gumsa_queue_oldest_seconds",
    help: "How long the oldest waiting job of a lane has waited.",
    labelNames: ["lane"],
    registers: [...registers],
    async collect() {
      const counts = await jobs.counts();
      for (const lane of JobLane.options) this.set({ lane }, ageOf(counts[lane].oldest));
    },
  });
};

const ageOf = (since: string | undefined): number =>
  since === undefined ? 0 : Math.max(0, Date.now() - Date.parse(since)) / 1000;

/** Until the answer begins; by the route's pattern and not by the path, which would be without number. */
const timed = (registers: Registers) => {
  const requests = new Histogram({
    name: "gumsa_http_request_seconds",
    help: "Time until an answer begins.",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [...registers],
  });
  return createMiddleware<ApiEnv>(async (context, next) => {
    const start = performance.now();
    await next();
    const pattern = routePath(context, -1);
    const labels = {
      method: context.req.method,
      route: pattern.endsWith("*") ? "none" : pattern,
      status: context.res.status,
    };
    requests.observe(labels, (performance.now() - start) / 1000);
  });
};
