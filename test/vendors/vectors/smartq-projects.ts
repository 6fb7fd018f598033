import { answers, answersList, deleted, NO_ANSWER, NO_EXAMPLE } from './smartq-answers.ts';
import { sends, type RefusedVector, type Vector } from './vector.ts';

const path = { projectId: 99999 };
const base = '/api/v1/projects';
const at = `${base}/99999`;
const corrected = NO_EXAMPLE;

const project = { id: 99999, name: 'New Project', description: 'New Project Description' };
const given = { name: 'New Project', description: 'New Project Description' };
const encoded = 'project%5Bname%5D=New+Project&project%5Bdescription%5D=New+Project+Description';

/** "Projects" of smartQ's API guide, with the examples of "Nota bene" and "Examples". */
const projects: readonly Vector[] = [
  {
    operation: 'listProjects',
    section: 'Projects',
    ...sends('GET', base, {}),
    ...answersList(project),
    corrected: NO_ANSWER,
  },
  {
    operation: 'listProjects',
    section: 'Projects',
    ...sends('GET', `${base}?count=10&offset=20`, { query: { count: 10, offset: 20 } }),
    ...answersList({ id: '20', name: 'Twentieth' }),
    corrected: NO_ANSWER,
  },
  {
    operation: 'listProjects',
    section: 'Projects',
    ...sends('GET', base, {}),
    answer: {
      status: 405,
      body: { error: { type: null, code: 405, message: 'method "GET" not found for resource ""' }, data: null },
    },
    corrected: 'The example stands beside no call, and names no status of HTTP.',
  },
  {
    operation: 'createProject',
    section: 'Projects',
    params: { body: { project: given } },
    request: { method: 'POST', target: base, body: encoded },
    ...answers(project),
    corrected: NO_ANSWER,
  },
  { operation: 'getProject', section: 'Projects', ...sends('GET', at, { path }), ...answers(project), corrected },
  {
    operation: 'updateProject',
    section: 'Projects',
    params: { path, body: { project: { name: 'New Project', description: null } } },
    request: { method: 'PUT', target: at, body: 'project%5Bname%5D=New+Project&project%5Bdescription%5D=' },
    ...answers(project),
    corrected,
  },
  {
    operation: 'deleteProject',
    section: 'Projects',
    ...sends('DELETE', at, { path }),
    ...deleted,
    corrected: NO_ANSWER,
  },
];

const role = {
  id: 7,
  name: 'Site QA',
  access_level: 3,
  max_step: 88888,
  can_edit_project: 0,
  can_manage_people_notes: 0,
  can_see_private_notes: 1,
};
const roleGiven = { name: 'Site QA', access_level: 3, max_step: 88888, can_see_private_notes: true };
const roleEncoded =
  'role%5Bname%5D=Site+QA&role%5Baccess_level%5D=3&role%5Bmax_step%5D=88888&role%5Bcan_see_private_notes%5D=1';
const rolePath = { ...path, roleId: 7 };

/** "Project Roles". */
const roles: readonly Vector[] = [
  {
    operation: 'listProjectRoles',
    section: 'Project Roles',
    ...sends('GET', `${at}/roles`, { path }),
    ...answersList(role),
    corrected,
  },
  {
    operation: 'createProjectRole',
    section: 'Project Roles',
    params: { path, body: { role: roleGiven } },
    request: { method: 'POST', target: `${at}/roles`, body: roleEncoded },
    ...answers(role),
    corrected,
  },
  {
    operation: 'getProjectRole',
    section: 'Project Roles',
    ...sends('GET', `${at}/roles/7`, { path: rolePath }),
    ...answers(role),
    corrected,
  },
  {
    operation: 'getDefaultProjectRole',
    section: 'Project Roles',
    ...sends('GET', `${at}/roles/default`, { path }),
    ...answers({ ...role, name: 'Default' }),
    corrected,
  },
  {
    operation: 'updateProjectRole',
    section: 'Project Roles',
    params: { path: rolePath, body: { role: { ...roleGiven, max_step: null } } },
    request: {
      method: 'PUT',
      target: `${at}/roles/7`,
      body: roleEncoded.replace('max_step%5D=88888', 'max_step%5D='),
    },
    ...answers(role),
    corrected,
  },
  {
    operation: 'updateDefaultProjectRole',
    section: 'Project Roles',
    params: { path, body: { role: roleGiven } },
    request: { method: 'PUT', target: `${at}/roles/default`, body: roleEncoded },
    ...answers(role),
    corrected: `The path begins with /project/, unlike that of every other operation; it is tried second. ${NO_EXAMPLE}`,
  },
  {
    operation: 'deleteProjectRole',
    section: 'Project Roles',
    ...sends('DELETE', `${at}/roles/7`, { path: rolePath }),
    ...deleted,
    corrected: `The path lacks the slash before "roles". ${NO_EXAMPLE}`,
  },
];

const step = { id: 88888, name: 'In work', description: 'Somebody is at it', limit: 5, pos: 2 };
const stepEncoded = 'step%5Bname%5D=In+work&step%5Bdescription%5D=Somebody+is+at+it&step%5Blimit%5D=5&step%5Bpos%5D=2';
const { id: _, ...stepGiven } = step;
const stepPath = { ...path, stepId: 88888 };

/** "Project Steps". */
const steps: readonly Vector[] = [
  {
    operation: 'listSteps',
    section: 'Project Steps',
    ...sends('GET', `${at}/steps`, { path }),
    ...answersList(step),
    corrected,
  },
  {
    operation: 'createStep',
    section: 'Project Steps',
    params: { path, body: { step: stepGiven } },
    request: { method: 'POST', target: `${at}/steps`, body: stepEncoded },
    ...answers(step),
    corrected,
  },
  {
    operation: 'getStep',
    section: 'Project Steps',
    ...sends('GET', `${at}/steps/88888`, { path: stepPath }),
    ...answers(step),
    corrected,
  },
  {
    operation: 'updateStep',
    section: 'Project Steps',
    params: { path: stepPath, body: { step: { ...stepGiven, limit: null } } },
    request: { method: 'PUT', target: `${at}/steps/88888`, body: stepEncoded.replace('limit%5D=5', 'limit%5D=') },
    ...answers(step),
    corrected,
  },
  {
    operation: 'deleteStep',
    section: 'Project Steps',
    ...sends('DELETE', `${at}/steps/88888`, { path: stepPath }),
    ...deleted,
    corrected,
  },
];

export const vectors: readonly Vector[] = [...projects, ...roles, ...steps];

const blankProject = { path: { projectId: ' ' } };

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listProjects', params: { query: { count: 1.5 } }, field: 'query.count' },
  { operation: 'createProject', params: { body: {} }, field: 'body.project' },
  { operation: 'createProject', params: { body: { project: { description: 'x' } } }, field: 'body.project.name' },
  { operation: 'createProject', params: { body: { project: { name: '' } } }, field: 'body.project.name' },
  { operation: 'getProject', params: blankProject, field: 'path.projectId' },
  { operation: 'updateProject', params: { path, body: { project: {} } }, field: 'body.project.name' },
  { operation: 'updateProject', params: { path, body: given }, field: 'body.project' },
  { operation: 'deleteProject', params: {}, field: 'path.projectId' },
  { operation: 'deleteProject', params: { path, body: { project: given } }, field: 'body' },
  { operation: 'listProjectRoles', params: blankProject, field: 'path.projectId' },
  { operation: 'createProjectRole', params: { path, body: { role: { name: 'QA' } } }, field: 'body.role.access_level' },
  {
    operation: 'createProjectRole',
    params: { path, body: { role: { ...roleGiven, access_level: 6 } } },
    field: 'body.role.access_level',
  },
  { operation: 'getProjectRole', params: { path: { ...path, roleId: 'default' } }, field: 'path.roleId' },
  { operation: 'getDefaultProjectRole', params: {}, field: 'path.projectId' },
  {
    operation: 'updateProjectRole',
    params: { path: { ...path, roleId: 'default' }, body: { role: roleGiven } },
    field: 'path.roleId',
  },
  {
    operation: 'updateProjectRole',
    params: { path: rolePath, body: { role: { ...roleGiven, max_step: 'last' } } },
    field: 'body.role.max_step',
  },
  {
    operation: 'updateDefaultProjectRole',
    params: { path, body: { role: { access_level: 1 } } },
    field: 'body.role.name',
  },
  { operation: 'deleteProjectRole', params: { path: { ...path, roleId: 'DEFAULT' } }, field: 'path.roleId' },
  { operation: 'listSteps', params: { path, query: { limit: 5 } }, field: 'query.limit' },
  { operation: 'createStep', params: { path, body: { step: { limit: 3 } } }, field: 'body.step.name' },
  {
    operation: 'createStep',
    params: { path, body: { step: { ...stepGiven, limit: 2.5 } } },
    field: 'body.step.limit',
  },
  { operation: 'getStep', params: { path }, field: 'path.stepId' },
  {
    operation: 'updateStep',
    params: { path: stepPath, body: { step: { name: 'A', pos: '2' } } },
    field: 'body.step.pos',
  },
  { operation: 'deleteStep', params: { path: { ...path, stepId: '../1' } }, field: 'path.stepId' },
];
