/** The scenes a site photo can show. */
export type SceneName =
  | 'pipes'
  | 'panel'
  | 'ceiling'
  | 'slab'
  | 'scaffold'
  | 'door'
  | 'excavation'
  | 'switchboard'
  | 'washroom'
  | 'roof'
  | 'steel'
  | 'machine';
