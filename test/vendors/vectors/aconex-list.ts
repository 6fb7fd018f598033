import type { RefusedVector, Vector } from './vector.ts';

/** The sample response, with its elements each on a line. */
const body = `<?xml version="1.0" encoding="UTF-8"?>

<ProjectResults TotalResults="2">
  <SearchResults>
    <Project Hidden="false" DisconnectionStatus="NONE" Active="true">
      <CreationDate>2005-07-25T04:59:08.340Z</CreationDate>
      <DeliveryAddressLine>Unit 221 Buckhurst Grange1</DeliveryAddressLine>
      <DeliveryCity>Clearwater Bay1</DeliveryCity>
      <DeliveryCountry>Australia</DeliveryCountry>
      <DeliveryPostcode>6588221</DeliveryPostcode>
      <DeliveryState>New Devonshire1</DeliveryState>
      <FaxNumber>61922221111</FaxNumber>
      <LogoPath>/html/logos/aconex-stored/project/1879048400/2007-10-24-14-21-43-683.jpg</LogoPath>
      <ProjectOwnerOrganizationId>1879048492</ProjectOwnerOrganizationId>
      <ProjectOwnerOrganizationName>Majestic Inc.</ProjectOwnerOrganizationName>
      <ProjectOwnerOrganizationTradingName>Majestic</ProjectOwnerOrganizationTradingName>
      <PhoneNumber>61933332222</PhoneNumber>
      <PostalAddressLine>Unit 22 Buckhurst Grange</PostalAddressLine>
      <PostalCity>Clearwater Bay</PostalCity>
      <PostalCountry>Australia</PostalCountry>
      <PostalPostcode>658822</PostalPostcode>
      <PostalState>New Devonshire</PostalState>
      <ProjectAddressLine>Lagoon Road Main Beach</ProjectAddressLine>
      <ProjectCity>Bay Cove</ProjectCity>
      <ProjectCode>HVIP</ProjectCode>
      <ProjectCountry>Australia</ProjectCountry>
      <ProjectDescription/>
      <ProjectId>1879048400</ProjectId>
      <ProjectName>Hotel VIP Resort &amp; Spa</ProjectName>
      <ProjectPostcode>9050</ProjectPostcode>
      <ProjectShortName>Hotel VIP Resort</ProjectShortName>
      <ProjectState/>
      <ProjectType>Construction</ProjectType>
      <ProjectValue>1000000000.00</ProjectValue>
      <ProjectResponsibilities>
        <ProjectResponsibility><Responsibility>VIP Development Group</Responsibility><Role>Client</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Majestic</Responsibility><Role>Head Contractor</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Splice Architecture</Responsibility><Role>Architect</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Enzice</Responsibility><Role>Structural/Civil Eng</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Elan Engineering</Responsibility><Role>Mechanical Eng</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Apex Mechanical</Responsibility><Role>Electrical Engineer</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Infinitel</Responsibility><Role>Telecommunications</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Gulf Wide Consultant</Responsibility><Role>Services Consultant</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>AJ Hydraulics</Responsibility><Role>Hydraulic</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Flame Away</Responsibility><Role>Fire Services</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>FMI</Responsibility><Role>FIM</Role></ProjectResponsibility>
      </ProjectResponsibilities>
      <StartDate>2005-07-24T14:00:00.000Z</StartDate>
      <StopDate>2012-08-27T14:00:00.000Z</StopDate>
    </Project>
    <Project Hidden="false" DisconnectionStatus="NONE" Active="true">
      <CreationDate>2005-09-05T03:33:26.130Z</CreationDate>
      <DeliveryAddressLine>PO Box 12 Port Quayside</DeliveryAddressLine>
      <DeliveryCity>South Ishta Quays</DeliveryCity>
      <DeliveryCountry>Australia</DeliveryCountry>
      <DeliveryPostcode>6253</DeliveryPostcode>
      <DeliveryState>Greenfields County</DeliveryState>
      <FaxNumber>61856443011</FaxNumber>
      <LogoPath>/html/logos/aconex-stored/project/215/2005-11-23-10-04-46-057.gif</LogoPath>
      <ProjectOwnerOrganizationId>1879048481</ProjectOwnerOrganizationId>
      <ProjectOwnerOrganizationName>Majestic Inc.</ProjectOwnerOrganizationName>
      <ProjectOwnerOrganizationTradingName>Majestic</ProjectOwnerOrganizationTradingName>
      <PhoneNumber>61856443012</PhoneNumber>
      <PostalAddressLine>PO Box 12 Port Quayside</PostalAddressLine>
      <PostalCity>South Ishta Quays</PostalCity>
      <PostalCountry>Australia</PostalCountry>
      <PostalPostcode>6253</PostalPostcode>
      <PostalState>Greenfields County</PostalState>
      <ProjectAddressLine>PO Box 12 Port Quayside</ProjectAddressLine>
      <ProjectCity>South Ishta Quays</ProjectCity>
      <ProjectCode>WGAMES</ProjectCode>
      <ProjectCountry>Australia</ProjectCountry>
      <ProjectDescription>The physical set up and organisation of the World Games.</ProjectDescription>
      <ProjectId>1879048407</ProjectId>
      <ProjectName>The World Games</ProjectName>
      <ProjectPostcode>6253</ProjectPostcode>
      <ProjectShortName>World Games</ProjectShortName>
      <ProjectState>Greenfields County</ProjectState>
      <ProjectType>Sporting Event</ProjectType>
      <ProjectValue>20000000000.00</ProjectValue>
      <ProjectResponsibilities>
        <ProjectResponsibility><Responsibility>Federated World Games Committe</Responsibility><Role>Client</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Global Arc - Geoff Stravinsky</Responsibility><Role>Project Manager</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Bild Construction Padma Karako</Responsibility><Role>Construction Manager</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>NAC Solutions - Andrew Killer</Responsibility><Role>Business Solutions</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Poshe PR -Randy Maxwell </Responsibility><Role>Public Relations</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Rapid Response - Li Feng Ying</Responsibility><Role>Security</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>AT &amp; E -Signe Janssen</Responsibility><Role>Lighting Engineer</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Creativ Catering - Jane Davies</Responsibility><Role>Catering</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Explosiv Pyrotechnic James Lau</Responsibility><Role>Fireworks</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Life By Design Madeleine Frodo</Responsibility><Role>Architect</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Heist - Elke Tocana</Responsibility><Role>Structural/ Civil</Role></ProjectResponsibility>
        <ProjectResponsibility><Responsibility>Beijing Jinlong - Wang Cheng</Responsibility><Role>Mechanical Eng</Role></ProjectResponsibility>
      </ProjectResponsibilities>
      <StartDate>2005-10-31T13:00:00.000Z</StartDate>
      <StopDate>2010-10-31T13:00:00.000Z</StopDate>
    </Project>
  </SearchResults>
</ProjectResults>
`;

const hotel = {
  Hidden: 'false',
  DisconnectionStatus: 'NONE',
  Active: 'true',
  CreationDate: '2005-07-25T04:59:08.340Z',
  DeliveryAddressLine: 'Unit 221 Buckhurst Grange1',
  DeliveryCity: 'Clearwater Bay1',
  DeliveryCountry: 'Australia',
  DeliveryPostcode: '6588221',
  DeliveryState: 'New Devonshire1',
  FaxNumber: '61922221111',
  LogoPath: '/html/logos/aconex-stored/project/1879048400/2007-10-24-14-21-43-683.jpg',
  ProjectOwnerOrganizationId: '1879048492',
  ProjectOwnerOrganizationName: 'Majestic Inc.',
  ProjectOwnerOrganizationTradingName: 'Majestic',
  PhoneNumber: '61933332222',
  PostalAddressLine: 'Unit 22 Buckhurst Grange',
  PostalCity: 'Clearwater Bay',
  PostalCountry: 'Australia',
  PostalPostcode: '658822',
  PostalState: 'New Devonshire',
  ProjectAddressLine: 'Lagoon Road Main Beach',
  ProjectCity: 'Bay Cove',
  ProjectCode: 'HVIP',
  ProjectCountry: 'Australia',
  ProjectDescription: '',
  ProjectId: '1879048400',
  ProjectName: 'Hotel VIP Resort & Spa',
  ProjectPostcode: '9050',
  ProjectShortName: 'Hotel VIP Resort',
  ProjectState: '',
  ProjectType: 'Construction',
  ProjectValue: '1000000000.00',
  ProjectResponsibilities: {
    ProjectResponsibility: [
      { Responsibility: 'VIP Development Group', Role: 'Client' },
      { Responsibility: 'Majestic', Role: 'Head Contractor' },
      { Responsibility: 'Splice Architecture', Role: 'Architect' },
      { Responsibility: 'Enzice', Role: 'Structural/Civil Eng' },
      { Responsibility: 'Elan Engineering', Role: 'Mechanical Eng' },
      { Responsibility: 'Apex Mechanical', Role: 'Electrical Engineer' },
      { Responsibility: 'Infinitel', Role: 'Telecommunications' },
      { Responsibility: 'Gulf Wide Consultant', Role: 'Services Consultant' },
      { Responsibility: 'AJ Hydraulics', Role: 'Hydraulic' },
      { Responsibility: 'Flame Away', Role: 'Fire Services' },
      { Responsibility: 'FMI', Role: 'FIM' },
    ],
  },
  StartDate: '2005-07-24T14:00:00.000Z',
  StopDate: '2012-08-27T14:00:00.000Z',
};

const games = {
  Hidden: 'false',
  DisconnectionStatus: 'NONE',
  Active: 'true',
  CreationDate: '2005-09-05T03:33:26.130Z',
  DeliveryAddressLine: 'PO Box 12 Port Quayside',
  DeliveryCity: 'South Ishta Quays',
  DeliveryCountry: 'Australia',
  DeliveryPostcode: '6253',
  DeliveryState: 'Greenfields County',
  FaxNumber: '61856443011',
  LogoPath: '/html/logos/aconex-stored/project/215/2005-11-23-10-04-46-057.gif',
  ProjectOwnerOrganizationId: '1879048481',
  ProjectOwnerOrganizationName: 'Majestic Inc.',
  ProjectOwnerOrganizationTradingName: 'Majestic',
  PhoneNumber: '61856443012',
  PostalAddressLine: 'PO Box 12 Port Quayside',
  PostalCity: 'South Ishta Quays',
  PostalCountry: 'Australia',
  PostalPostcode: '6253',
  PostalState: 'Greenfields County',
  ProjectAddressLine: 'PO Box 12 Port Quayside',
  ProjectCity: 'South Ishta Quays',
  ProjectCode: 'WGAMES',
  ProjectCountry: 'Australia',
  ProjectDescription: 'The physical set up and organisation of the World Games.',
  ProjectId: '1879048407',
  ProjectName: 'The World Games',
  ProjectPostcode: '6253',
  ProjectShortName: 'World Games',
  ProjectState: 'Greenfields County',
  ProjectType: 'Sporting Event',
  ProjectValue: '20000000000.00',
  ProjectResponsibilities: {
    ProjectResponsibility: [
      { Responsibility: 'Federated World Games Committe', Role: 'Client' },
      { Responsibility: 'Global Arc - Geoff Stravinsky', Role: 'Project Manager' },
      { Responsibility: 'Bild Construction Padma Karako', Role: 'Construction Manager' },
      { Responsibility: 'NAC Solutions - Andrew Killer', Role: 'Business Solutions' },
      { Responsibility: 'Poshe PR -Randy Maxwell ', Role: 'Public Relations' },
      { Responsibility: 'Rapid Response - Li Feng Ying', Role: 'Security' },
      { Responsibility: 'AT & E -Signe Janssen', Role: 'Lighting Engineer' },
      { Responsibility: 'Creativ Catering - Jane Davies', Role: 'Catering' },
      { Responsibility: 'Explosiv Pyrotechnic James Lau', Role: 'Fireworks' },
      { Responsibility: 'Life By Design Madeleine Frodo', Role: 'Architect' },
      { Responsibility: 'Heist - Elke Tocana', Role: 'Structural/ Civil' },
      { Responsibility: 'Beijing Jinlong - Wang Cheng', Role: 'Mechanical Eng' },
    ],
  },
  StartDate: '2005-10-31T13:00:00.000Z',
  StopDate: '2010-10-31T13:00:00.000Z',
};

/** "List Projects for User" of Aconex's "Projects API Developer Guide". */
export const vectors: readonly Vector[] = [
  {
    operation: 'listProjects',
    section: 'List Projects for User',
    params: {},
    request: { method: 'GET', target: '/api/projects' },
    answer: {
      status: 200,
      contentType: 'application/xml;charset=UTF-8',
      body,
      data: { TotalResults: '2', Project: [hotel, games] },
    },
  },
];

/** The same section takes nothing. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listProjects', params: { query: { page: 1 } }, field: 'query.page' },
  { operation: 'listProjects', params: { body: {} }, field: 'body' },
];
