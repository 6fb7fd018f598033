/** Something a ticket can be about. */
export type Topic = {
  readonly trade: string;
  readonly title: string;
  readonly description: string;
  readonly tags: string;
};

const text = `
Structure | Core hole through beam | Hole of 150 mm wanted through the web for the waste pipe. Engineer to say where. | rfi, structure
Structure | Slab edge out of line | Edge is 22 mm out over 6 m; facade brackets have 15 mm of packing. | defect
Structure | Bolt tension record missing | No record for the second lift. Steel fixer has been asked twice. | records
Structure | Crack at column head | Hairline crack, 0.3 mm, from the column corner at 45 degrees. Gauge fixed on Tuesday. | defect, monitor
Facade | Panel colour differs | Two panels of the second delivery are visibly darker in low sun. | defect, client
Facade | Sealant joint too narrow | Joint measures 5 mm, detail shows 12. Cannot move as designed. | defect
Facade | Window sash does not close | Top corner touches the frame; hinges at the end of their adjustment. | defect
Envelope | Flashing not returned at upstand | Water can run behind the membrane at the corner. | defect, leak
Envelope | Ponding on roof | About 15 mm of water stands a day after rain, 3 by 2 m. | defect, leak
Envelope | Membrane punctured by other trade | Three holes from ladder feet. Patch and electronic test. | damage
Interior | Door leaf bound on carpet | Leaf cannot be opened fully. Undercut or change the threshold. | defect
Interior | Tile lippage in shower | Lippage of 3 mm at the waste; falls to be checked at the same time. | defect
Interior | Ceiling grid clashes with duct | Grid is 60 mm below the reflected ceiling plan along one bay. | rfi
Interior | Wall lining damaged | Trolley went through the lining at knee height. | damage
Interior | Handrail height | Built at 940 above the nosing, drawing says 1,000, code allows 900 to 1,000. Confirm. | rfi
Finishes | Paint touch-up visible | Touch-ups flash against the light. Whole wall to be recoated. | defect
Finishes | Vinyl joint lifting | Weld cracked at the door, edge lifts. | defect
Finishes | Wrong paint system in wet area | Acrylic used; the schedule says epoxy. | defect, client
Fire | Penetration not sealed | Two cables through the fire wall, no collar and no tag. | fire, defect
Fire | Damper access panel missing | Damper cannot be reached for its yearly test. | fire
Fire | Sprinkler head painted over | Three heads with paint on the deflector. Replace, do not clean. | fire, defect
Fire | Fire door gap too large | Gap of 6 mm at the head, 3 allowed. | fire, defect
Mechanical | Balancing report below design flow | Room gets 340 l/s of 420. Check the branch damper first. | commissioning
Mechanical | Condensate drain runs uphill | Tray overflows after two hours. | defect, leak
Mechanical | Unit noisy at night | Neighbours complained twice. Measured 47 dB(A) at the boundary, consent says 40. | neighbours
Mechanical | Insulation missing at valve | Bare valve body, water drips on the tray below. | defect
Hydraulic | Hot water too slow | 72 seconds until 45 degrees at the basin. Return not open? | commissioning
Hydraulic | Waste pipe without fall | Laid level over 4 m; camera run attached. | defect
Hydraulic | Backflow device not registered | Council asks for the test certificate before occupation. | records
Electrical | Emergency light out | Fails after 20 minutes of the 90. Battery of 2019. | fire, defect
Electrical | Board schedule does not match | Circuits 14 to 19 are labelled for another room. | records
Electrical | Extra outlets asked for | Users want four more double outlets behind the desk. Price please. | variation, client
Electrical | Earth bond missing on tray | No bond over the expansion joint. | defect
Civil | Manhole lid below finished level | Lid is 25 mm low, truck wheels hit the frame. | defect
Civil | Compaction test failed | 93 % of maximum dry density, 95 specified. Retest after rolling. | test
Civil | Services strike risk | As-built of the fibre is 1.8 m off. Pothole before digging. | safety
Civil | Kerb cracked | Two lengths cracked by the delivery truck of the 14th. | damage
`;

/** Returns what the tickets of all boards are about. @throws SyntaxError on a line that is none. */
export const createTopics = (): readonly Topic[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [trade, title, description, tags] = line.split(' | ');
      if (trade === undefined || title === undefined || description === undefined || tags === undefined) {
        throw new SyntaxError(`Not a topic: ${line}`);
      }
      return { trade, title, description, tags };
    });
