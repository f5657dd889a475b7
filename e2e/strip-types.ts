/** @file TypeScript to JavaScript, a file at a time. */
import ts from 'typescript';

/** Removes types; nothing else changes. */
export function stripTypes(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return outputText;
}
