"""How each part of a plan is computed, in words and a formula, with its source."""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import mark


@dataclass(frozen=True)
class Note:
    """``needs`` names the part of the plan that makes the note worth printing, '' for always; ``symbols`` says what the
    letters of the formula are, with their units."""

    needs: str
    title: str
    text: str
    formula: str
    source: str
    symbols: str = ''


NOTES = (
    Note('sources', mark('Ecological sources'),
         mark('Patches of suitable cells that touch each other and reach the minimum area. They are what the corridors '
              'connect.'),
         'area ≥ A_min',
         'Yu 1996, Landscape and Urban Planning 36:1-17',
         mark('area: of a patch, ha; A_min: smallest area of a source, ha, set by the user')),
    Note('resistance', mark('Resistance surface'),
         mark('Weighted sum of the scores of the factors; the weights come from judgement (AHP, consistency ratio '
              'below 0.1) or are set by hand.'),
         'R = Σ w_k · r_k,  Σ w_k = 1',
         'Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6; Saaty 1980',
         mark('R: resistance of a cell, no unit; w_k: weight of factor k; r_k: score of factor k at the '
              'cell, no unit')),
    Note('corridors', mark('Ecological corridors'),
         mark('Least-cost paths between adjacent sources on the minimum cumulative resistance; a corridor holds the '
              'cells whose detour over the best path stays below a limit.'),
         'MCR = min Σ D_ij · R_i;  NLCC = CWD_A + CWD_B − LCD_AB',
         'Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D; McRae and Kavanagh '
         '2011, Linkage Mapper',
         mark('D_ij: distance crossed in a cell, m; R_i: its resistance; MCR and CWD: cost-weighted '
              'distance to a source, resistance × m; LCD_AB: cost of the best path from A to B')),
    Note('current', mark('Current density and pinch points'),
         mark('The landscape as an electric circuit: current between pairs of sources shows how movement spreads, and '
              'cells where much of it has no other way are pinch points.'),
         'G · v = i;  I = Σ |i_pair|',
         'McRae et al. 2008, Ecology, doi:10.1890/07-1861.1',
         mark('G: conductances of the cells, siemens; v: voltages, V; i: injected currents, 1 A for every '
              'pair; I: sum of the currents of all pairs, A')),
    Note('barriers', mark('Barriers'),
         mark('A circular window is restored across its middle and the least-cost distance of a link computed anew; '
              'what is saved per metre restored is the improvement score. Barriers are the land that stands in the way '
              'in the best windows.'),
         'score = (LCD − m_A − m_B − 2r · R′) / (2r)',
         'McRae et al. 2012, PLoS ONE, doi:10.1371/journal.pone.0052604',
         mark('LCD: least-cost distance of the link, resistance × m; m_A, m_B: smallest cost-weighted '
              'distances to the two sources in the window; r: its radius, m; R′: resistance after '
              'restoration; score: resistance × m saved per metre')),
    Note('services', mark('Supply and demand of services'),
         mark('Food from production statistics, carbon fixation from net primary production, water yield from a Budyko '
              'curve, soil conservation by CSLE, recreation from a landscape score; demand from population, '
              'consumption and statistics. Every service keeps its own physical unit.'),
         'ESDR = (S − D) / ((S_max + D_max) / 2);  CESDR = (1/n) Σ ESDR',
         'Li et al. 2016, Ecological Indicators 60; Zhang et al. 2004, doi:10.1029/2003WR002710; Liu et al. 2002 '
         '(CSLE)',
         mark('S, D: supply and demand of a service in its own unit (t, t C, m³ a year; m² of opportunity); '
              'S_max, D_max: the largest of all units; n: number of services; the ratios have no unit')),
    Note('matching', mark('Matching of supply and demand'),
         mark('Standard scores of the summed, normalised supply and demand over all units give four types; a unit '
              'close to an axis may change its type with the study area.'),
         'z = (x − mean) / sd',
         'Meng et al. 2023, Chinese Journal of Eco-Agriculture, doi:10.12357/cjea.20230010',
         mark('x: supply or demand index of a unit, 0 to 1; mean, sd: over all units; z: no unit')),
    Note('resilience', mark('Resilience'),
         mark('Fifteen indicators from five perspectives (terrain, hydrothermal conditions, soil, vegetation and '
              'landscape, human disturbance), scaled to 0 to 1 by their direction and added with their weights. '
              'The list of indicators is a proposal of EcoRestore.'),
         'ERI = Σ w_k · x_k',
         'EcoRestore, after Meng et al. 2023, doi:10.12357/cjea.20230010',
         mark('x_k: indicator k scaled to 0 to 1, more is better; w_k: its weight, all adding up to 1; ERI: '
              '0 to 1')),
    Note('zones', mark('Restoration zones'),
         mark('The matching type and the resilience level of a unit select its zone and strategy from an editable '
              'table of rules.'),
         'type (I, II, III, IV) × resilience (high, low) → zone',
         'Meng et al. 2023, doi:10.12357/cjea.20230010; zones I-2 and IV-2 are our defaults',
         mark('type: of supply and demand; resilience: of a unit against the threshold of the rule table')),
    Note('collaborative', mark('Collaborative units'),
         mark('Connected pieces of the security pattern that cross administrative boundaries. One county leads inside '
              'itself, the city where its counties share a unit, the province where cities share it.'),
         'pattern elements × administrative units',
         'Peng 2025, Journal of Global Humanities and Social Sciences, doi:10.61360/BoniGHSS252018890606',
         mark('areas in ha; slivers below the smallest part join their neighbour')),
    Note('priority', mark('Priority of the units'),
         mark('Several indicators of importance, urgency, difficulty, benefit and capacity, scaled to 0 to 1 by their '
              'direction and weighted; a unit comes the sooner the nearer it lies to the best value of every indicator '
              'and the farther from the worst (TOPSIS). Weights are opinions: they are drawn at random as well, which '
              'gives the range of every rank.'),
         'v_ij = w_j · x_ij;  C_i = d_i⁻ / (d_i⁺ + d_i⁻)',
         'Hwang and Yoon 1981, doi:10.1007/978-3-642-48318-9; Saaty 1977, doi:10.1016/0022-2496(77)90033-5 (AHP)',
         mark('x_ij: indicator j of unit i scaled to 0 to 1; w_j: its weight; d⁺, d⁻: distance to the best '
              'and to the worst values; C: closeness, 0 to 1')),
    Note('duties', mark('Responsibilities'),
         mark('Every member of a collaborative unit carries a duty from its share of the area, of the damage and of '
              'the benefit; those who benefit compensate, those who damage govern. The cost of a unit is its area '
              'times the cost of what the ground is, so that all costs add up to the need; it is shared between '
              'province, cities and counties by how far the unit reaches. The shares are proposals.'),
         'duty_i = w_1 A_i/ΣA + w_2 S_i/ΣS + w_3 N_i/ΣN;  cost_i,level = cost · duty_i · share_level',
         'Principle: Peng 2025, doi:10.61360/BoniGHSS252018890606; shares: EcoRestore',
         mark('A: area of the member in the unit, ha; S: its damage; N: its benefit, in the units of the '
              'fields chosen; w: weights adding up to 1; cost: 10^4 CNY')),
    Note('compensation', mark('Ecological compensation'),
         mark('For every service, flows lead from units with a surplus to units with a deficit: as much deficit as '
              'possible is served over the shortest distances; services of the water flow downstream only, where the '
              'elevation is known. Who receives a service pays its price, reduced by its capacity (GDP per person over '
              'the mean, at most 1). Received less paid is the net position.'),
         'min Σ d_ij f_ij;  Σ_j f_ij ≤ max(S_i − D_i, 0),  Σ_i f_ij ≤ max(D_j − S_j, 0);  paid = p · c_j · f_ij',
         'Principle: Peng 2025, doi:10.61360/BoniGHSS252018890606; transport problem: Hitchcock 1941, '
         'doi:10.1002/sapm1941201224',
         mark('f_ij: flow from unit i to unit j, in the unit of the service; d_ij: distance, km; S, D: '
              'supply and demand; p: price of a unit of the service, CNY; c_j: capacity factor, 0 to 1; '
              'paid: 10^4 CNY')),
    Note('funding', mark('Funding'),
         mark('A linear programme shares out provincial and social funds so that the priority-weighted gap closed is '
              'largest, within the budgets and with floors for core areas and for units of weak finances.'),
         'max Σ p_i x_i + θ p_i y_i;  Σ x_i ≤ B,  Σ y_i ≤ P,  x_i + y_i ≤ gap_i',
         'EcoRestore, after Peng 2025, doi:10.61360/BoniGHSS252018890606',
         mark('x, y: provincial and social funds to unit i, 10^4 CNY; p: priority, 0 to 1; θ: leverage of '
              'social capital; B, P: budgets; gap: need less own funds')),
)

# (part of the plan that the limit goes with, '' for always; text)
LIMITS = (
    ('', mark('A plan of this scale shows where to look and what to compare; every site needs a survey before works '
              'are designed.')),
    ('sources', mark('Which patches are sources follows from the habitat classes, the smallest area and the edge '
                     'width that were set; other values give other sources.')),
    ('resistance', mark('Scores and weights of the resistance are judgements. Corridors, pinch points and barriers '
                        'follow from them; test other scores before a corridor is fixed.')),
    ('corridors', mark('Least-cost corridors and current describe the structure of the landscape. They are not '
                       'observed movements of a species.')),
    ('services', mark('Supply and demand are estimates of models for one year from the inputs above, not measured '
                      'flows.')),
    ('matching', mark('Matching types compare the units of this study area with each other: a unit near an axis may '
                      'change its type with the area, the year or the data.')),
    ('resilience', mark('The indicators of resilience and their weights are proposals; they show relative, not '
                        'absolute resilience.')),
    ('zones', mark('A zone is given to a unit as a whole, although conditions inside a unit differ.')),
    ('collaborative', mark('Who leads a collaborative unit follows from boundaries alone; competences in law may '
                           'differ.')),
    ('priority', mark('Ranks compare the units of this plan under the weights shown; where the range of a rank is '
                      'wide, the order of units is open.')),
    ('duties', mark('Costs per hectare and the shares of the levels are proposals to start from, neither offers nor '
                    'obligations.')),
    ('compensation', mark('Prices and capacity factors are proposals; transfers need the agreement of those who pay '
                          'and receive.')),
    ('funding', mark('The allocation is best for its stated aim and budgets only; other aims give other '
                     'allocations.')),
)
