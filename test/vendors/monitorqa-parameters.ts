/**
 * The parameters of every operation of MonitorQA's document as `place:name`, apart by spaces: `*` where it must be
 * given, `~` where that depends on something else.
 */
export const documentedParameters: Readonly<Record<string, string>> = {
  updateOneTimeAudit: 'path:id* body:startDate* body:endDate* body:name* body:auditorHint body:assigneeId',
  reopenAudit: 'path:id* body:startDate* body:endDate* body:assigneesIds',
  expireAudits: 'body:ids*',
  deleteAudits: 'body:ids*',
  createOneTimeAudit:
    'body:startDate body:endDate* body:name* body:auditorHint body:templateId* body:auditObjectId* body:assigneeId',
  listPendingAudits:
    'query:inProgress query:templateId query:auditObjectId query:auditObjectGroupId query:auditScheduleId query:assignedTo query:assignedToGroup query:pageNumber query:pageSize',
  listCompleteAudits:
    'query:scoreMin query:scoreMax query:completedBy query:completedByGroup query:templateId query:auditObjectId query:auditObjectGroupId query:assignedTo query:assignedToGroup query:fromDate query:toDate query:pageNumber query:pageSize',
  getAudit: 'path:auditId*',
  getCompleteAudit: 'path:auditId*',
  getAuditReportPdf: 'path:auditId* query:reportType query:includePhotos',
  getAuditReport: 'path:auditId*',
  listSchedules: 'query:auditObjectId query:auditObjectGroupId query:pageNumber query:pageSize',
  getSchedule: 'path:scheduleId*',
  createDailySchedule:
    'body:templateId* body:auditObjectIds~ body:auditObjectGroupIds~ body:name* body:auditorHint body:assigneesIds body:repeatEvery* body:active body:startFromDate body:stopByDate',
  createWeeklySchedule:
    'body:templateId* body:auditObjectIds~ body:auditObjectGroupIds~ body:name* body:auditorHint body:assigneesIds body:daysOfWeek* body:repeatEvery* body:active body:startFromDate body:stopByDate',
  createMultipleWeeksSchedule:
    'body:templateId* body:auditObjectIds~ body:auditObjectGroupIds~ body:name* body:auditorHint body:assigneesIds body:repeatEvery* body:startDay* body:duration* body:active body:startFromDate body:stopByDate',
  createMonthlySchedule:
    'body:templateId* body:auditObjectIds~ body:auditObjectGroupIds~ body:name* body:auditorHint body:assigneesIds body:repeatEvery* body:startRule* body:endRule* body:active body:startFromDate body:stopByDate',
  updateSchedule:
    'path:scheduleId* body:auditObjectIds~ body:auditObjectGroupIds~ body:name* body:auditorHint body:assigneesIds body:repeatPattern* body:repeat* body:active body:startFromDate body:stopByDate',
  deleteSchedules: 'body:ids*',
  copyTemplate: 'body:templateId* body:targetCompanyId* body:copyScoreSystem*',
  listTemplates: '',
  listTemplatesDetailed: 'query:templateType query:search query:pageNumber query:pageSize',
  createAuditObject:
    'body:name* body:notes body:geoAddress body:geoAddress.lat~ body:geoAddress.lng~ body:geoAddress.name~ body:geoAddress.address~',
  updateAuditObject:
    'path:id* body:name* body:notes body:geoAddress body:geoAddress.lat~ body:geoAddress.lng~ body:geoAddress.name~ body:geoAddress.address~',
  listAuditObjects: '',
  getAuditObject: 'path:id*',
  deleteAuditObjects: 'body:ids*',
  assignAuditObjectAttributes: 'path:id* body:attributes* body:attributes[].attributeId* body:attributes[].optionId*',
  unassignAuditObjectAttributes: 'path:id* body:attributes* body:attributes[].attributeId* body:attributes[].optionId*',
  listUserGroups: '',
  listUsers: '',
  getUser: 'path:id*',
  createUser: 'body:email* body:fullName* body:roleId* body:phone',
  updateUser: 'path:id* body:fullName* body:roleId body:phone',
  deleteUsers: 'body:ids*',
  getCompany: '',
  deleteCompany: '',
  createCompany:
    'body:companyName* body:companyAdmin* body:companyAdmin.fullName* body:companyAdmin.phone body:usagePurpose* body:usagePurposeObjectName~ body:ianaTimeZone',
  uploadCompanyLogo: '',
  listAccessibleCompanies: '',
  deleteCompanyLogo: '',
  uploadCompanyIcon: '',
  deleteCompanyIcon: '',
  updateCompany: 'body:companyName* body:usagePurpose* body:usagePurposeObjectName~ body:ianaTimeZone*',
  listPendingCorrectiveActions:
    'query:auditId query:templateId query:auditObjectId query:assignedToId query:assignedToGroupId query:pageNumber query:pageSize',
  getCorrectiveAction: 'path:id*',
  updateCorrectiveAction:
    'path:id* body:assignedUsersIds body:description body:name* body:dueDateUtc* body:status* body:priority*',
  deleteCorrectiveAction: 'path:id*',
  listExpiredCorrectiveActions:
    'query:auditId query:templateId query:auditObjectId query:assignedToId query:assignedToGroupId query:fromDate query:toDate query:pageNumber query:pageSize',
  listCompletedCorrectiveActions:
    'query:auditId query:templateId query:auditObjectId query:assignedToId query:approvedById query:assignedToGroupId query:fromDate query:toDate query:pageNumber query:pageSize',
  listAttributes: '',
  getAttribute: 'path:id*',
  createAttribute: 'body:name* body:options* body:options[].name* body:options[].isDefault',
  updateAttribute: 'path:id* body:name* body:options* body:options[].name* body:options[].isDefault body:options[].id',
  deleteAttributes: 'body:ids*',
  listWebhookLog: 'query:pageNumber query:pageSize',
  listRoles: '',
  getRole: 'path:id*',
  createRole: 'body:roleType* body:name* body:description body:permissions',
  updateRole: 'path:id* body:roleType* body:name* body:description body:permissions',
  deleteRoles: 'body:ids*',
  getFile: 'path:id* query:withWatermark',
  listTimezones: '',
  listScoreSystems: 'query:pageNumber query:pageSize query:search',
  getScoreSystem: 'path:id*',
  createScoreSystem:
    'body:name* body:description body:passedThreshold* body:scoreSystemType* body:labels* body:labels[].min* body:labels[].max* body:labels[].label* body:labels[].color*',
  updateScoreSystem:
    'path:id* body:name* body:description body:passedThreshold* body:labels* body:labels[].min* body:labels[].max* body:labels[].label* body:labels[].color*',
  deleteScoreSystems: 'body:ids*',
};
