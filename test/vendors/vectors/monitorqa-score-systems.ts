import { sends, type RefusedVector, type Vector } from './vector.ts';

const created = {
  name: 'Standard Scoring',
  description: 'Standard scoring system for audits',
  passedThreshold: 70,
  scoreSystemType: 0,
  labels: [
    { min: 0, max: 50, label: 'Poor', color: '#FF0000' },
    { min: 50, max: 80, label: 'Good', color: '#FFFF00' },
    { min: 80, max: 100, label: 'Excellent', color: '#00FF00' },
  ],
};

const changed = {
  name: 'Updated Scoring System',
  description: 'Updated description',
  passedThreshold: 75,
  labels: [
    { min: 0, max: 60, label: 'Fail', color: '#FF0000' },
    { min: 60, max: 100, label: 'Pass', color: '#00FF00' },
  ],
};

const label = (min: number, max: number) => ({ min, max, label: 'Label', color: '#FFFF00' });

/** "Score systems" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listScoreSystems',
    section: 'Score systems: Get score systems',
    ...sends('GET', '/score-systems?pageNumber=1&pageSize=10', { query: { pageNumber: 1, pageSize: 10 } }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: '123e4567-e89b-12d3-a456-426614174000',
            name: 'Standard Scoring',
            description: 'Standard scoring system for audits',
            passedThreshold: 70,
            scoreSystemType: 0,
            isSample: false,
            labels: [
              { id: '789e4567-e89b-12d3-a456-426614174001', label: 'Poor', min: 0, max: 50, color: '#FF0000' },
              { id: '789e4567-e89b-12d3-a456-426614174002', label: 'Good', min: 51, max: 80, color: '#FFFF00' },
              { id: '789e4567-e89b-12d3-a456-426614174003', label: 'Excellent', min: 81, max: 100, color: '#00FF00' },
            ],
          },
        ],
        meta: { pageSize: 10, pageNumber: 1, totalCount: 1 },
      },
    },
  },
  {
    operation: 'getScoreSystem',
    section: 'Score systems: Get score system details',
    ...sends('GET', '/score-systems/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: '123e4567-e89b-12d3-a456-426614174000',
        name: 'Standard Scoring',
        description: 'Standard scoring system for audits',
        passedThreshold: 70,
        scoreSystemType: 0,
        isSample: false,
        labels: [
          { id: '789e4567-e89b-12d3-a456-426614174001', label: 'Poor', min: 0, max: 50, color: '#FF0000' },
          { id: '789e4567-e89b-12d3-a456-426614174002', label: 'Good', min: 51, max: 80, color: '#FFFF00' },
          { id: '789e4567-e89b-12d3-a456-426614174003', label: 'Excellent', min: 81, max: 100, color: '#00FF00' },
        ],
      },
    },
  },
  {
    operation: 'createScoreSystem',
    section: 'Score systems: Create score system',
    ...sends('POST', '/score-systems', { body: created }),
    answer: { status: 200, body: { id: '123e4567-e89b-12d3-a456-426614174000' } },
  },
  {
    operation: 'updateScoreSystem',
    section: 'Score systems: Update score system',
    ...sends('PUT', '/score-systems/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: changed,
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'deleteScoreSystems',
    section: 'Score systems: Delete score systems',
    ...sends('DELETE', '/score-systems', {
      body: { ids: ['123e4567-e89b-12d3-a456-426614174000', '987f6543-a21b-43c5-d654-321987654321'] },
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'deleteScoreSystems',
    section: 'Score systems: Delete score systems',
    ...sends('DELETE', '/score-systems', {
      body: { ids: ['123e4567-e89b-12d3-a456-426614174000', '987f6543-a21b-43c5-d654-321987654321'] },
    }),
    answer: { status: 409, body: { message: 'score-system/has-templates:123e4567-e89b-12d3-a456-426614174000' } },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listScoreSystems', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  { operation: 'getScoreSystem', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'createScoreSystem', params: { body: { ...created, name: '' } }, field: 'body.name' },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, passedThreshold: undefined } },
    field: 'body.passedThreshold',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, scoreSystemType: 2 } },
    field: 'body.scoreSystemType',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [{ min: 0, max: 100, label: 'All' }] } },
    field: 'body.labels.0.color',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [{ ...label(0, 100), label: '' }] } },
    field: 'body.labels.0.label',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [label(10, 50), label(50, 100)] } },
    field: 'body.labels.0.min',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [label(0, 50), label(50, 90)] } },
    field: 'body.labels.1.max',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [label(0, 50), label(40, 100)] } },
    field: 'body.labels.1.min',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [label(0, 50), label(60, 100)] } },
    field: 'body.labels.1.min',
  },
  {
    operation: 'createScoreSystem',
    params: { body: { ...created, labels: [label(0, 100), label(100, 50)] } },
    field: 'body.labels.1.max',
  },
  { operation: 'createScoreSystem', params: { body: { ...created, labels: [] } }, field: 'body.labels' },
  { operation: 'updateScoreSystem', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateScoreSystem',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, name: undefined } },
    field: 'body.name',
  },
  {
    operation: 'updateScoreSystem',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, passedThreshold: '75' } },
    field: 'body.passedThreshold',
  },
  {
    operation: 'updateScoreSystem',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, scoreSystemType: 0 } },
    field: 'body.scoreSystemType',
  },
  {
    operation: 'updateScoreSystem',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, labels: [label(10, 50), label(50, 100)] },
    },
    field: 'body.labels.0.min',
  },
  {
    operation: 'updateScoreSystem',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, labels: [label(0, 50), label(50, 90)] },
    },
    field: 'body.labels.1.max',
  },
  {
    operation: 'updateScoreSystem',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, labels: [label(0, 50), label(40, 100)] },
    },
    field: 'body.labels.1.min',
  },
  {
    operation: 'updateScoreSystem',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, labels: [label(0, 50), label(60, 100)] },
    },
    field: 'body.labels.1.min',
  },
  {
    operation: 'updateScoreSystem',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, labels: [label(0, 100), label(100, 50)] },
    },
    field: 'body.labels.1.max',
  },
  {
    operation: 'updateScoreSystem',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, labels: [] } },
    field: 'body.labels',
  },
  { operation: 'deleteScoreSystems', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteScoreSystems', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteScoreSystems', params: { body: { ids: 'all' } }, field: 'body.ids' },
];
