/** @file What `@filmai/nlp-script/characters` gives. */
export { findAddressees } from './addressees.js';
export type { AddressedSpeech, AddressRule } from './addressees.js';
export { findCommunities } from './communities.js';
export type { Communities, WeightedGraph } from './communities.js';
export { bechdelTest, testConversations } from './conversation-test.js';
export type {
  CharacterAttributes,
  ConversationEvidence,
  ConversationQuestion,
  ConversationTest,
  TestAnswer,
} from './conversation-test.js';
export type { DistinctiveWord } from './distinctive-words.js';
export { formatGraphMl } from './graphml.js';
export { mapCharacterNetwork } from './network.js';
export type { CharacterNetwork, NetworkEdge, NetworkNode } from './network.js';
export { profileVoices } from './voice.js';
export type { VoiceOptions, VoiceProfile } from './voice.js';
export { findDramaticFunctions } from './dramatic-functions.js';
export type { DramaticFunctions, FunctionCandidate, FunctionEvidence, FunctionResult } from './dramatic-functions.js';
export type { DramaticFunction } from './function-cues.js';
export { findMissingRoles } from './missing-roles.js';
export type { MissingRole, MissingRoles } from './missing-roles.js';
