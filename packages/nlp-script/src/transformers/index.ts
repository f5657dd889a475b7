/** @file What `@filmai/nlp-script/transformers` gives. */
export { openPipeline } from './pipeline.js';
export type { ModelPrecision, OpenPipelineOptions, PipelineTask, TransformersPipeline } from './pipeline.js';
export type { TransformersPackageName } from './package.js';
