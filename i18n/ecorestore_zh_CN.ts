<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EcoRestore</name>
    <message>
        <source> of the second date</source>
        <translation>（第二期）</translation>
    </message>
    <message>
        <source>"{code}" is no administrative code; write digits, such as 430100 or 4301.</source>
        <translation>“{code}”不是行政区划代码；请填写数字，如 430100 或 4301。</translation>
    </message>
    <message>
        <source>"{decay}" is no decay with distance; choose one of: {known}.</source>
        <translation>“{decay}”不是距离衰减；请选择：{known}。</translation>
    </message>
    <message>
        <source>"{method}" is no method of daily rain; choose one of: {known}.</source>
        <translation>“{method}”不是日降雨方法；请选择：{known}。</translation>
    </message>
    <message>
        <source>"{pair}" is no pair of fields; write theirs=ours, separated by commas.</source>
        <translation>“{pair}”不是字段对；请写成 原名=标准名，用逗号分隔。</translation>
    </message>
    <message>
        <source>"{text}" is no date; write it as 2001-01-31.</source>
        <translation>“{text}”不是日期；请写成 2001-01-31。</translation>
    </message>
    <message>
        <source>"{type}" is no type of the table of equivalent factors; it has {types}.</source>
        <translation>“{type}”不是当量因子表的类型；表中有 {types}。</translation>
    </message>
    <message>
        <source>"{unit}" is no unit of NPP; choose one of: {known}.</source>
        <translation>“{unit}”不是 NPP 的单位；请选择：{known}。</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>% of the whole soil, 0.05 to 0.1 mm, for the nomograph.</source>
        <translation>占全土的 %，0.05 至 0.1 mm，用于诺谟图。</translation>
    </message>
    <message>
        <source>% of weight, 0.002 to 0.05 mm.</source>
        <translation>重量百分比，0.002 至 0.05 mm。</translation>
    </message>
    <message>
        <source>% of weight, 0.05 to 2 mm.</source>
        <translation>重量百分比，0.05 至 2 mm。</translation>
    </message>
    <message>
        <source>% of weight, below 0.002 mm.</source>
        <translation>重量百分比，小于 0.002 mm。</translation>
    </message>
    <message>
        <source>% of weight, for the conductivity.</source>
        <translation>重量百分比，用于导水率。</translation>
    </message>
    <message>
        <source>% of weight. Not needed where K is given.</source>
        <translation>质量百分比。给出 K 时不需要。</translation>
    </message>
    <message>
        <source>% of weight. Only for plant available water from texture.</source>
        <translation>重量百分比。仅用于由质地计算植物可利用水。</translation>
    </message>
    <message>
        <source>% of weight; 0.58 times organic matter. Not needed where K is given.</source>
        <translation>质量百分比；等于有机质乘以 0.58。给出 K 时不需要。</translation>
    </message>
    <message>
        <source>% of weight; which of them is chosen below.</source>
        <translation>重量百分比；属于哪一种在下面选择。</translation>
    </message>
    <message>
        <source>+ where more is better, - where less is: one per indicator in their order, such as +, -, +, or by name, such as slope=-, ndvi=+. Left empty, all are +.</source>
        <translation>越大越好写 +，越小越好写 -：按指标顺序逐个给出，例如 +, -, +；或按名称给出，例如 slope=-, ndvi=+。留空时全部为 +。</translation>
    </message>
    <message>
        <source>-0.2 for Landsat Collection 2.</source>
        <translation>Landsat Collection 2 为 -0.2。</translation>
    </message>
    <message>
        <source>-1 significantly falling, 0 no significant trend, 1 significantly rising.</source>
        <translation>-1 显著下降，0 无显著趋势，1 显著上升。</translation>
    </message>
    <message>
        <source>-1 to 1, best the yearly maximum or the mean of the growing season.</source>
        <translation>-1 至 1，宜用年最大值或生长季均值。</translation>
    </message>
    <message>
        <source>-1 to 1, greenness in the season of recreation.</source>
        <translation>-1 至 1，游憩季节的绿度。</translation>
    </message>
    <message>
        <source>-1 to 1; gives the vegetation cover where none is given.</source>
        <translation>-1 至 1；未给出植被覆盖度时由它计算。</translation>
    </message>
    <message>
        <source>-1 to 1; gives the vegetation cover. Not needed with a vegetation factor, or where the table has only constants.</source>
        <translation>-1 至 1；给出植被覆盖度。有植被因子或表中只有常数时不需要。</translation>
    </message>
    <message>
        <source>0 (fully protected) to 1 (open to every threat); nodata counts as 1.</source>
        <translation>0（完全保护）到 1（对所有威胁开放）；无数据视为 1。</translation>
    </message>
    <message>
        <source>0 (none) to 1 (best), no unit.</source>
        <translation>0（无）到 1（最好），无单位。</translation>
    </message>
    <message>
        <source>0 (none) to 1, no unit.</source>
        <translation>0（无）到 1，无单位。</translation>
    </message>
    <message>
        <source>0 leaves water out, the default; 0.3 makes land far from water worth 0.7 of what it is beside water.</source>
        <translation>默认 0，不考虑水体；0.3 表示远离水体的土地价值为水边的 0.7。</translation>
    </message>
    <message>
        <source>0 or more, for the proportional plan only, such as the slope or the drought of a unit.</source>
        <translation>不小于 0，仅用于按比例分配方案，例如单元的坡度或干旱程度。</translation>
    </message>
    <message>
        <source>0 to 1 against the baseline: 0.5 for a class as large as before, more where it shrank.</source>
        <translation>相对基准的 0 到 1：面积与以前相同的类别为 0.5，缩小的类别更高。</translation>
    </message>
    <message>
        <source>0 to 1 on cropland, in place of the class table.</source>
        <translation>耕地上 0 至 1，代替类别表。</translation>
    </message>
    <message>
        <source>0 to 1, 1 the most urgent.</source>
        <translation>0 到 1，1 为最紧迫。</translation>
    </message>
    <message>
        <source>0 to 1, ground cover below the canopy; for woodland with monitoring.</source>
        <translation>0 至 1，林冠下地面盖度；用于 monitoring 的林地。</translation>
    </message>
    <message>
        <source>0 to 1, in place of the class table.</source>
        <translation>0 至 1，代替类别表。</translation>
    </message>
    <message>
        <source>0 to 1, in place of the one from vegetation cover; not used on cropland in the CSLE.</source>
        <translation>0 至 1，代替由植被覆盖度计算的因子；CSLE 中不用于耕地。</translation>
    </message>
    <message>
        <source>0 to 1, one more factor of the score.</source>
        <translation>0 至 1，得分的又一因子。</translation>
    </message>
    <message>
        <source>0 to 1; nodata outside the corridors.</source>
        <translation>0 至 1；廊道以外为无数据。</translation>
    </message>
    <message>
        <source>0 unsuitable to 1 ideal, or another measure with its ends given below; in a projected system in metres.</source>
        <translation>0 不适宜至 1 最适宜，或在下面给出两端的其他度量；投影坐标系（米）。</translation>
    </message>
    <message>
        <source>0.05 is usual.</source>
        <translation>通常为 0.05。</translation>
    </message>
    <message>
        <source>0.3 makes land far from them worth 0.7 of what it is beside them.</source>
        <translation>0.3 使远离它们的土地价值为其旁边的 0.7。</translation>
    </message>
    <message>
        <source>1 (least) to 5 (most important or sensitive).</source>
        <translation>1（最低）到 5（最重要或最敏感）。</translation>
    </message>
    <message>
        <source>1 / cos(slope), from 1.</source>
        <translation>1 / cos(坡度)，最小为 1。</translation>
    </message>
    <message>
        <source>1 A per source</source>
        <translation>每个源 1 A</translation>
    </message>
    <message>
        <source>1 Prepare</source>
        <translation>1 数据准备</translation>
    </message>
    <message>
        <source>1 draws as many controls as treated cells.</source>
        <translation>1 表示对照像元数与处理像元数相同。</translation>
    </message>
    <message>
        <source>1 for fiscally weak units, which get the weak floor; not used where the layer lacks it.</source>
        <translation>财政薄弱单元为 1，适用薄弱地区保底；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>1 for no limit.</source>
        <translation>1 表示不设上限。</translation>
    </message>
    <message>
        <source>1 for projects that must be done.</source>
        <translation>1 表示必须实施的项目。</translation>
    </message>
    <message>
        <source>1 for units with core areas or cross-regional corridors, which get the core floor; not used where the layer lacks it.</source>
        <translation>含核心区或跨区域廊道的单元为 1，适用核心保底；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>1 high supply and high demand, 2 low supply and high demand, 3 both low, 4 high supply and low demand, compared over all cells that know every service.</source>
        <translation>1 高供给高需求，2 低供给高需求，3 均低，4 高供给低需求；在全部服务已知的像元之间比较。</translation>
    </message>
    <message>
        <source>1 impeded, 2 diffuse, 3 intensified, 4 channelised.</source>
        <translation>1 受阻，2 弥散，3 增强，4 渠化。</translation>
    </message>
    <message>
        <source>1 on the unit plot, no unit.</source>
        <translation>单位小区为 1，无单位。</translation>
    </message>
    <message>
        <source>1 poor, 2 fair, 3 medium, 4 good, 5 excellent.</source>
        <translation>1 差，2 较差，3 中，4 良，5 优。</translation>
    </message>
    <message>
        <source>1 rapid to 6 very slow, for the nomograph.</source>
        <translation>1 快至 6 极慢，用于诺谟图。</translation>
    </message>
    <message>
        <source>1 to 5 before rounding to classes.</source>
        <translation>取整为等级之前的 1 到 5 分。</translation>
    </message>
    <message>
        <source>1 treated, 2 control, where controls are matched.</source>
        <translation>1 处理，2 对照（对照由匹配得到时）。</translation>
    </message>
    <message>
        <source>1 very fine granular to 4 blocky, for the nomograph.</source>
        <translation>1 极细粒状至 4 块状，用于诺谟图。</translation>
    </message>
    <message>
        <source>10 Zoning</source>
        <translation>10 修复分区</translation>
    </message>
    <message>
        <source>10^4 CNY per cell. Empty: from the field of the units.</source>
        <translation>每像元万元。留空：取自单元字段。</translation>
    </message>
    <message>
        <source>10^4 CNY, used without a GDP layer.</source>
        <translation>万元，没有 GDP 图层时使用。</translation>
    </message>
    <message>
        <source>11 Collaboration</source>
        <translation>11 区域协同</translation>
    </message>
    <message>
        <source>12 Monitoring and evaluation</source>
        <translation>12 监测与评估</translation>
    </message>
    <message>
        <source>13 Shared data</source>
        <translation>13 数据共享</translation>
    </message>
    <message>
        <source>14 Report</source>
        <translation>14 成果报告</translation>
    </message>
    <message>
        <source>15 bands in the order of the help, named, raw values; nodata where unknown.</source>
        <translation>按帮助中顺序排列并命名的 15 个波段，原始值；未知处为无数据。</translation>
    </message>
    <message>
        <source>2 Ecological sources</source>
        <translation>2 生态源地</translation>
    </message>
    <message>
        <source>24 bands in the chosen unit, from daily rain; they weigh the vegetation factor over the year.</source>
        <translation>所选单位的 24 个波段，来自日降雨；用于全年植被因子的加权。</translation>
    </message>
    <message>
        <source>24 layers or bands, 0 to 1, first half of January first. In place of one cover.</source>
        <translation>24 个图层或波段，0 至 1，一月上半月在先。代替一个覆盖度。</translation>
    </message>
    <message>
        <source>24 layers or bands, as Rainfall erosivity writes them. In place of the shares.</source>
        <translation>24 个图层或波段，如“降雨侵蚀力”所写。代替份额。</translation>
    </message>
    <message>
        <source>24 numbers separated by commas, one per half month; they need not sum to 1.</source>
        <translation>24 个以逗号分隔的数，每半月一个；总和不必为 1。</translation>
    </message>
    <message>
        <source>3 Resistance</source>
        <translation>3 阻力面</translation>
    </message>
    <message>
        <source>4 Corridors and network</source>
        <translation>4 生态廊道与网络</translation>
    </message>
    <message>
        <source>5 Circuit theory</source>
        <translation>5 电路理论</translation>
    </message>
    <message>
        <source>5 for answers from 1 to 5.</source>
        <translation>答案为 1 到 5 时填 5。</translation>
    </message>
    <message>
        <source>6 Ecosystem service supply</source>
        <translation>6 生态系统服务供给</translation>
    </message>
    <message>
        <source>7 Ecosystem service demand</source>
        <translation>7 生态系统服务需求</translation>
    </message>
    <message>
        <source>8 Supply and demand</source>
        <translation>8 供需匹配</translation>
    </message>
    <message>
        <source>8 allows diagonal moves and is the usual choice; 4 allows moves along rows and columns only.</source>
        <translation>8 允许对角移动，为通常选择；4 只允许沿行和列移动。</translation>
    </message>
    <message>
        <source>8 joins cells across corners too and is the usual choice; 4 joins cells along edges only.</source>
        <translation>8 邻域在角点处也相连，为通常选择；4 邻域仅在边上相连。</translation>
    </message>
    <message>
        <source>8 joins cells that meet in a corner, as most studies do; 4 joins only cells that share an edge.</source>
        <translation>8 邻域将仅角点相接的像元视为连通，多数研究采用；4 邻域只连接有公共边的像元。</translation>
    </message>
    <message>
        <source>8 joins foreground cells that meet in a corner, as most studies do; 4 joins only cells that share an edge.</source>
        <translation>8 将角点相接的前景像元视为相连，多数研究采用；4 仅将共边的像元视为相连。</translation>
    </message>
    <message>
        <source>9 Resilience</source>
        <translation>9 生态系统韧性</translation>
    </message>
    <message>
        <source>A .qpt file with items of the ids named above.</source>
        <translation>含上述标识布局项的.qpt文件。</translation>
    </message>
    <message>
        <source>A GeoPackage that does not exist yet.</source>
        <translation>尚不存在的 GeoPackage。</translation>
    </message>
    <message>
        <source>A JSON file with the inputs, parameters, versions and times of this run, to repeat or audit it.</source>
        <translation>记录本次运行的输入、参数、版本和时间的 JSON 文件，便于重复或审查。</translation>
    </message>
    <message>
        <source>A PostgreSQL connection that QGIS keeps, of whoever keeps the store.</source>
        <translation>QGIS 保存的、数据库管理者的 PostgreSQL 连接。</translation>
    </message>
    <message>
        <source>A PostgreSQL connection that QGIS keeps, to a database with the store. User and password belong into the authentication of QGIS, never into a parameter.</source>
        <translation>QGIS 保存的、指向共享数据库的 PostgreSQL 连接。用户名和密码应存入 QGIS 认证系统，绝不作为参数。</translation>
    </message>
    <message>
        <source>A PostgreSQL connection that QGIS keeps, whose role may create roles and extensions: the store is made in that database, or completed where it is there.</source>
        <translation>QGIS 保存的 PostgreSQL 连接，其角色可创建角色和扩展：在该数据库中创建共享数据库，已存在时予以补全。</translation>
    </message>
    <message>
        <source>A band per factor, 1 to 5.</source>
        <translation>每个因子一个波段，1 到 5。</translation>
    </message>
    <message>
        <source>A band per group, 1 to 5.</source>
        <translation>每组一个波段，1 到 5。</translation>
    </message>
    <message>
        <source>A budget is missing or negative; budgets must be 0 or more.</source>
        <translation>有预算缺失或为负；预算必须大于或等于 0。</translation>
    </message>
    <message>
        <source>A cell that lacks indicators gets an index as long as the known ones hold this share of the weight. 0.8 keeps cells at the edge, whose windows are cut; 1 leaves every incomplete cell empty.</source>
        <translation>缺少部分指标的像元，只要已知指标的权重达到该比例即可得到指数。0.8 可保留窗口被截断的边缘像元；取 1 则所有不完整像元均为空。</translation>
    </message>
    <message>
        <source>A change point needs at least two known values; there are {count}.</source>
        <translation>变点分析至少需要两个已知值；现有 {count} 个。</translation>
    </message>
    <message>
        <source>A circular window is restored across its middle and the least-cost distance of a link computed anew; what is saved per metre restored is the improvement score. Barriers are the land that stands in the way in the best windows.</source>
        <translation>沿圆形窗口的直径修复一条通道，重新计算连接的最小成本距离；每修复一米所节省的成本即为改善得分。障碍点是最优窗口内阻挡通行的土地。</translation>
    </message>
    <message>
        <source>A city or a county sees its own part: give its unit code.</source>
        <translation>市级或县级只能看到自己的部分：请给出其单元代码。</translation>
    </message>
    <message>
        <source>A file could not be read or written: {reason}. Check the path, the free space, and that no other program has it open.</source>
        <translation>文件无法读取或写入：{reason}。请检查路径、剩余空间，以及是否被其他程序占用。</translation>
    </message>
    <message>
        <source>A finished map of the plan as PDF and PNG, with legend, scale bar, north arrow and names.</source>
        <translation>输出带图例、比例尺、指北针与地名的规划成图（PDF与PNG）。</translation>
    </message>
    <message>
        <source>A line per flow of a service: service, from_code, to_code, amount, distance_km, value_wan, paid_wan, topped_wan. Money goes the other way.</source>
        <translation>每种服务的每条流一条线：service、from_code、to_code、amount、distance_km、value_wan、paid_wan、topped_wan。资金方向相反。</translation>
    </message>
    <message>
        <source>A linear programme shares out provincial and social funds so that the priority-weighted gap closed is largest, within the budgets and with floors for core areas and for units of weak finances.</source>
        <translation>采用线性规划分配省级资金与社会资本，在预算约束及核心区、财力薄弱单元保底约束下，使按优先级加权的缺口弥补量最大。</translation>
    </message>
    <message>
        <source>A link leads to a patch that does not exist.</source>
        <translation>有连接指向不存在的斑块。</translation>
    </message>
    <message>
        <source>A list to work through layer by layer, the worst layers first: number, layer, kind, check, severity, place, count, message, fix, source, done (to be ticked).</source>
        <translation>可逐图层处理的清单，问题最严重的图层在前：序号、图层、类型、检查项、严重程度、位置、数量、说明、处理办法、数据源、完成（供勾选）。</translation>
    </message>
    <message>
        <source>A matrix of effective resistances exists in pairwise mode only.</source>
        <translation>有效电阻矩阵仅在成对（pairwise）模式下存在。</translation>
    </message>
    <message>
        <source>A matrix of {count} sources has more columns than a table holds ({most}). Take the list of effective resistances instead.</source>
        <translation>{count} 个源地的矩阵列数超过表格上限（{most}）。请改用有效电阻列表。</translation>
    </message>
    <message>
        <source>A matrix of {count} sources has too many columns for a table; up to {most} are possible. Leave it out: the links hold the same numbers.</source>
        <translation>{count} 个源地的矩阵列数超出表格上限，最多 {most} 个。请不要输出矩阵：连接图层中有相同的数值。</translation>
    </message>
    <message>
        <source>A member at the level {level} needs the code of its unit.</source>
        <translation>级别为 {level} 的成员需要其单元代码。</translation>
    </message>
    <message>
        <source>A new store needs a coordinate reference system.</source>
        <translation>新数据库需要坐标参考系。</translation>
    </message>
    <message>
        <source>A new store with what is found in all layers of the theme, to hand out. The period counts for layers with a date. What comes back is imported layer by layer; only what was changed becomes new.</source>
        <translation>一个新库，包含在该主题所有图层中查到的内容，用于分发。时期只用于带日期的图层。交回后逐图层导入，只有改动的内容成为新版本。</translation>
    </message>
    <message>
        <source>A pairwise comparison matrix must be square; this one has {shape} values.</source>
        <translation>成对比较矩阵必须是方阵；此矩阵为 {shape}。</translation>
    </message>
    <message>
        <source>A pairwise comparison of {count} factors cannot be judged reliably; the limit is {limit}. Group the factors and compare inside the groups first.</source>
        <translation>对 {count} 个因子做成对比较难以可靠判断，上限为 {limit} 个。请先将因子分组，再在组内比较。</translation>
    </message>
    <message>
        <source>A plan of this scale shows where to look and what to compare; every site needs a survey before works are designed.</source>
        <translation>这一比例尺的规划指明应查看和比较之处；工程设计之前须逐地块调查。</translation>
    </message>
    <message>
        <source>A project with styles, forms and value lists; keep it in the folder of the store.</source>
        <translation>带有样式、表单和取值列表的项目；请放在数据库所在的文件夹。</translation>
    </message>
    <message>
        <source>A projected system in metres, used without a template; default: that of the first raster.</source>
        <translation>以米为单位的投影坐标系，未给模板时使用；默认为第一个栅格的坐标系。</translation>
    </message>
    <message>
        <source>A province, city or county; empty for all.</source>
        <translation>省、市或县的代码；为空则为全部。</translation>
    </message>
    <message>
        <source>A raster per threat, 0 (none) to 1 (full), on the grid of the land cover. A layer belongs to the threat of its name, or of its file name in a column raster or cur_path of the threat table; where no name fits, the layers follow the order of the table.</source>
        <translation>每个威胁一个栅格，取值 0（无）到 1（最强），与土地覆被格网一致。图层按名称对应威胁，或按威胁表 raster 或 cur_path 列中的文件名对应；名称都不符时按表中顺序对应。</translation>
    </message>
    <message>
        <source>A relation is named where the p-value of Spearman is below {significance}. Neighbouring cells resemble each other, so that p-values of cells are too small.</source>
        <translation>Spearman 的 p 值低于 {significance} 时给出关系。相邻像元彼此相似，因此像元的 p 值偏小。</translation>
    </message>
    <message>
        <source>A resistance of the second date needs patches of that date and the resistance of the first.</source>
        <translation>第二期阻力需要同时给出第二期斑块和第一期阻力。</translation>
    </message>
    <message>
        <source>A row and a column r_ID per source, cell units, in pairwise mode.</source>
        <translation>每个源地一行和一列 r_ID，单位为像元，仅成对模式。</translation>
    </message>
    <message>
        <source>A row of the import belongs to somebody else already: {reason} Nothing was imported.</source>
        <translation>导入中有一行已属于他人：{reason} 未导入任何内容。</translation>
    </message>
    <message>
        <source>A row per member of a collaborative unit: shares by jurisdiction, damage and benefit, duty, cost_wan of its share, and province_wan, city_wan, county_wan; lead level and roles.</source>
        <translation>协同单元的每个成员一行：按管辖、损害和受益的份额，duty（责任），其份额的 cost_wan，以及 province_wan、city_wan、county_wan；牵头层级与职责。</translation>
    </message>
    <message>
        <source>A row per province, city and county: level, code, name, number of collaborative units, amount_wan.</source>
        <translation>每个省、市、县一行：level、code、name、协同单元数、amount_wan。</translation>
    </message>
    <message>
        <source>A rule names the project {name}, which is not in the list.</source>
        <translation>规则中提到的项目 {name} 不在列表中。</translation>
    </message>
    <message>
        <source>A sample of {records} records cannot be drawn from {total}.</source>
        <translation>无法从 {total} 条记录中抽取 {records} 条。</translation>
    </message>
    <message>
        <source>A store made by Create data store. Give this or a connection.</source>
        <translation>由“创建共享数据库”生成的数据库。给出它或连接。</translation>
    </message>
    <message>
        <source>A store to migrate, or to make a project for.</source>
        <translation>要迁移或为其创建项目的数据库。</translation>
    </message>
    <message>
        <source>A technique asks for values from {least} to {most}; the first must be the smaller.</source>
        <translation>某技术要求的取值范围为 {least} 到 {most}；前者必须较小。</translation>
    </message>
    <message>
        <source>A trend needs at least {minimum} dates; {count} are given. Add dates, or compare two dates with monitoring indicators.</source>
        <translation>趋势分析至少需要 {minimum} 个时期；给出了 {count} 个。请增加时期，或用监测指标比较两个时期。</translation>
    </message>
    <message>
        <source>A trend needs one time per layer, each later than the one before; {values} layers and {times} times are given.</source>
        <translation>趋势分析要求每个图层对应一个时间，且依次递增；给出了 {values} 个图层和 {times} 个时间。</translation>
    </message>
    <message>
        <source>A unit without a neighbour takes its nearest unit as one. Off: it is counted and left out.</source>
        <translation>没有邻居的单元以最近的单元为邻居。关闭：仅计数并排除。</translation>
    </message>
    <message>
        <source>A worker process could not be used ({reason}).</source>
        <translation>有一个工作进程无法使用（{reason}）。</translation>
    </message>
    <message>
        <source>A worker process stopped unexpectedly ({reason}), perhaps for lack of memory. Its task {number} runs again in the main process; all results are complete.</source>
        <translation>一个工作进程意外终止（{reason}），可能是内存不足。其任务 {number} 将在主进程中重新运行，全部结果均完整。</translation>
    </message>
    <message>
        <source>A zone is given to a unit as a whole, although conditions inside a unit differ.</source>
        <translation>分区赋予整个单元，尽管单元内部条件并不一致。</translation>
    </message>
    <message>
        <source>A: area of the member in the unit, ha; S: its damage; N: its benefit, in the units of the fields chosen; w: weights adding up to 1; cost: 10^4 CNY</source>
        <translation>A：成员在单元内的面积（ha）；S：其损害；N：其受益，采用所选字段的单位；w：权重，合计为 1；cost：万元</translation>
    </message>
    <message>
        <source>AHP and entropy, combined by game theory</source>
        <translation>AHP 与熵权的博弈论组合</translation>
    </message>
    <message>
        <source>AHP matrix of the resistance factors</source>
        <translation>阻力因子的 AHP 判断矩阵</translation>
    </message>
    <message>
        <source>AHP weight</source>
        <translation>层次分析法权重</translation>
    </message>
    <message>
        <source>AHP, analytic hierarchy process, weights, pairwise comparison, consistency ratio, judgement</source>
        <translation>层次分析法, 权重, 成对比较, 判断矩阵, 一致性检验, 一致性比率</translation>
    </message>
    <message>
        <source>AHP, entropy and CRITIC, combined by game theory</source>
        <translation>AHP、熵权与 CRITIC 的博弈论组合</translation>
    </message>
    <message>
        <source>A_L of PC and IIC, in the unit of the attribute (hectares for area_ha). It scales the two and changes nothing else. Empty: the sum over the patches, of the later or earlier date, whichever is larger.</source>
        <translation>PC 和 IIC 的 A_L，单位与属性相同（area_ha 为公顷）。它只缩放这两个指数，不影响其他结果。留空：斑块总和，取前后两期中较大者。</translation>
    </message>
    <message>
        <source>Above 0; empty: all answers count alike.</source>
        <translation>大于 0；为空：所有答案权重相同。</translation>
    </message>
    <message>
        <source>Accept contradictory judgements</source>
        <translation>接受不一致的判断</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>可达性</translation>
    </message>
    <message>
        <source>Access of the areas</source>
        <translation>区域的可达性</translation>
    </message>
    <message>
        <source>Accounts of the compensation</source>
        <translation>补偿账户</translation>
    </message>
    <message>
        <source>Accounts of the units</source>
        <translation>单元账户</translation>
    </message>
    <message>
        <source>Achieved results</source>
        <translation>完成量</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actual erosion, t/ha/yr, as Soil conservation writes it.</source>
        <translation>实际侵蚀量，吨/公顷/年，由“土壤保持”工具输出。</translation>
    </message>
    <message>
        <source>Actual erosion, t/ha/yr.</source>
        <translation>实际侵蚀量，吨/公顷/年。</translation>
    </message>
    <message>
        <source>Actual evapotranspiration</source>
        <translation>实际蒸散量</translation>
    </message>
    <message>
        <source>Add it to the rasters or vector layers.</source>
        <translation>请将其加入栅格或矢量图层。</translation>
    </message>
    <message>
        <source>Add it, or rename yours.</source>
        <translation>请添加该字段，或将您的字段改名。</translation>
    </message>
    <message>
        <source>Add rows for them or set them to nodata.</source>
        <translation>请在表中补充这些代码，或将其设为无效值。</translation>
    </message>
    <message>
        <source>Added by the province (10^4 CNY)</source>
        <translation>省级补足（万元）</translation>
    </message>
    <message>
        <source>Adds 100 to what lies in holes of core, and marks openings in core and in other foreground.</source>
        <translation>位于核心区孔洞内的类别编码加 100，并标出核心区和其他前景中的开口。</translation>
    </message>
    <message>
        <source>Adds new patches to a network one by one, each time the one that raises its connectivity most, so that restoration can begin where it helps most.

Connectivity is the equivalent connected area ECA = root of the sum, over all pairs of patches, of a_i x a_j x p*_ij; p = exp(-alpha x distance) is the probability of a direct way, with alpha so that it is PROBABILITY at the dispersal distance, and p* the best product over any chain of patches. A new patch k improves each pair to the larger of p*_ij and p*_ik x p*_kj, and adds its own area; the candidate with the largest new ECA is taken, and the search goes on with it as part of the network. That is the greedy method of Graphab: each step is the best, the set need not be.

Candidates are the polygons of a layer, or places on a regular grid, each a circle of the given area. Crossing a patch costs nothing, so that a larger one is a better step; one that is worth 0 only serves as a step. Gains are in the unit of the attribute: hectares of connected habitat. A gain has two parts: own_gain, the habitat of the new patch and its ways, and the rest, which others gain by going through it.

Distances are straight, from edge to edge, in metres; with a resistance raster they are least-cost distances (resistance x metres), and the dispersal distance is in that unit too.

Sources: Foltete et al. 2014, Landscape and Urban Planning 124, 140-150; Saura et al. 2011, Ecological Indicators, doi:10.1016/j.ecolind.2010.06.011</source>
        <translation>逐个向网络中增加新斑块，每次选取最能提高连通性的一个，使修复从最有效的地方开始。

连通性以等效连通面积 ECA 表示，即所有斑块对 a_i x a_j x p*_ij 之和的平方根；p = exp(-alpha x 距离) 为直接迁移的概率，alpha 使其在扩散距离处等于 PROBABILITY，p* 为任意斑块链上的最大乘积。新斑块 k 使每一对的概率提高到 p*_ij 与 p*_ik x p*_kj 中的较大者，并增加自身面积；选取使 ECA 最大的候选斑块，再将其作为网络的一部分继续搜索。这是 Graphab 的贪心算法：每一步最优，但整体组合不一定最优。

候选为图层中的面要素，或规则格网上的位置，每个位置为给定面积的圆。穿越斑块没有成本，因此面积越大，踏脚作用越好；价值为 0 的斑块只起踏脚作用。增益的单位与属性相同，即连通生境的公顷数。增益分两部分：own_gain 为新斑块自身生境及其通道，其余为其他斑块经由它获得的增益。

距离为边缘到边缘的直线距离，单位为米；给出阻力栅格时为最小成本距离（阻力 x 米），扩散距离也采用该单位。

来源：Foltete et al. 2014, Landscape and Urban Planning 124, 140-150；Saura et al. 2011, Ecological Indicators, doi:10.1016/j.ecolind.2010.06.011</translation>
    </message>
    <message>
        <source>Adds up the carbon that land cover stores above ground, below ground, in the soil and in dead matter. Results equal those of InVEST Carbon.

Storage per hectare = sum of the four densities of the class (t C/ha); per cell = that times the cell area. With an alternate land cover (a later date or a scenario): change = alternate - baseline; positive is sequestration.

Net present value per hectare = change * price / years * sum over t = 0 .. years-1 of 1 / ((1 + r)^t (1 + c)^t). The price is per tonne of carbon; a price per tonne of CO2 times 44/12.

Storage is a stock in t C. It must not be compared with annual emissions: either divide it by a horizon in years here (flow = storage / horizon, t C/yr), or give two storages to Carbon fixation.

Regional correction: with the climate of the area and of the reference that the densities hold for, biomass pools are multiplied by exp(0.0054 dP) * (28 T + 398) / (28 T_ref + 398) and the soil pool by (3.3968 P + 3996.1) / (3.3968 P_ref + 3996.1). Rasters of pools are taken as they are.

Densities differ between sources, mostly by the depth of soil they count (20, 30 or 100 cm): do not mix them. The shipped table is illustrative.

Source: InVEST 3.20 user guide; Giardina &amp; Ryan 2000, doi:10.1038/35009076</source>
        <translation>汇总土地覆被在地上、地下、土壤和死亡有机质中储存的碳。结果与 InVEST 碳模型一致。

每公顷储量 = 该类四个碳库密度之和（t C/ha）；每个像元 = 该值乘以像元面积。给出另一期土地覆被（较晚日期或情景）时：变化 = 对比期 - 基期，正值为固碳。

每公顷净现值 = 变化 * 价格 / 年数 * 对 t = 0 .. 年数-1 求和 1 / ((1 + r)^t (1 + c)^t)。价格按每吨碳计；每吨 CO2 的价格须乘以 44/12。

储量是存量（t C），不得与年排放量比较：可在此除以以年计的期限（流量 = 储量 / 期限，t C/yr），或把两期储量交给“固碳量”。

区域修正：给出研究区与密度所代表参照区的气候时，生物量碳库乘以 exp(0.0054 dP) * (28 T + 398) / (28 T_ref + 398)，土壤碳库乘以 (3.3968 P + 3996.1) / (3.3968 P_ref + 3996.1)。碳库栅格按原值使用。

各来源的密度不同，主要在于所计土层深度（20、30 或 100 cm）：不要混用。随附表仅为示意。

来源：InVEST 3.20 用户指南；Giardina &amp; Ryan 2000, doi:10.1038/35009076</translation>
    </message>
    <message>
        <source>Administrative polygons with zone_code and, where given, zone_name, strategy, match_type, cesdr, z_supply, z_demand, and &lt;service&gt;_supply, &lt;service&gt;_demand, &lt;service&gt;_esdr. Output of Restoration zones.</source>
        <translation>含zone_code字段的行政区面图层，可含zone_name、strategy、match_type、cesdr、z_supply、z_demand以及&lt;service&gt;_supply、&lt;service&gt;_demand、&lt;service&gt;_esdr。为“生态修复分区”工具的输出。</translation>
    </message>
    <message>
        <source>Administrative polygons with zone_code, unit_name and, where given, unit_name_zh, zone_name, parent_code. Output of Restoration zones.</source>
        <translation>含zone_code、unit_name字段的行政区面图层，可含unit_name_zh、zone_name、parent_code。为“生态修复分区”工具的输出。</translation>
    </message>
    <message>
        <source>Administrative units</source>
        <translation>行政单元</translation>
    </message>
    <message>
        <source>Administrative units leave {count} gaps between them, {area} ha in all, the largest at {x}, {y}. Elements there belong to no unit; close the gaps unless the land belongs to others.</source>
        <translation>行政单元之间有 {count} 处缝隙，共 {area} 公顷，最大的位于 {x}, {y}。该处的要素不属于任何单元；除非土地归他人所有，请闭合缝隙。</translation>
    </message>
    <message>
        <source>Administrative units overlap on {share} % of their area; the earlier unit keeps the ground. Repair the borders.</source>
        <translation>行政单元有 {share} % 的面积相互重叠，重叠处归靠前的单元。请修复边界。</translation>
    </message>
    <message>
        <source>Administrative units with element areas (ha), need_wan and own_wan (10^4 CNY), priority, core_flag and weak_flag: the input of Funding allocation.</source>
        <translation>含各要素面积（公顷）、need_wan 与 own_wan（万元）、优先度、core_flag 和 weak_flag 的行政单元：即“资金分配优化”的输入。</translation>
    </message>
    <message>
        <source>Admits members to the store on a PostgreSQL server, with their level and unit, or takes them out.</source>
        <translation>将成员及其级别和单元加入 PostgreSQL 服务器上的共享数据库，或将其移出。</translation>
    </message>
    <message>
        <source>Aesthetic landscape</source>
        <translation>美学景观</translation>
    </message>
    <message>
        <source>Agreement needs at least two experts and two items; {experts} and {items} are given.</source>
        <translation>一致性检验至少需要两位专家和两个项目；现有 {experts} 位和 {items} 个。</translation>
    </message>
    <message>
        <source>Agreement of the experts</source>
        <translation>专家一致性</translation>
    </message>
    <message>
        <source>Agreement of the experts (Kendall's W)</source>
        <translation>专家一致性（Kendall W）</translation>
    </message>
    <message>
        <source>Align rasters</source>
        <translation>对齐栅格</translation>
    </message>
    <message>
        <source>Aligning {layer}</source>
        <translation>正在对齐 {layer}</translation>
    </message>
    <message>
        <source>Alignment report</source>
        <translation>对齐报告</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>全部候选</translation>
    </message>
    <message>
        <source>All cells have the same value {value}.</source>
        <translation>所有像元的值相同，均为 {value}。</translation>
    </message>
    <message>
        <source>All current sources are 0, so no current flows. Check the raster or the field of ampere.</source>
        <translation>所有电流源均为 0，因此没有电流。请检查栅格或电流（安培）字段。</translation>
    </message>
    <message>
        <source>All grounds direct</source>
        <translation>全部直接接地</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单元</translation>
    </message>
    <message>
        <source>All {count} cells are nodata.</source>
        <translation>全部 {count} 个像元均为无效值。</translation>
    </message>
    <message>
        <source>All {count} cells with grounds lie on nodata of the resistance raster, where no current flows. Move them or fill the gaps.</source>
        <translation>全部 {count} 个接地像元都位于阻力栅格的无数据处，那里没有电流。请移动它们或填补空缺。</translation>
    </message>
    <message>
        <source>All {count} cells with sources lie on nodata of the resistance raster, where no current flows. Move them or fill the gaps.</source>
        <translation>全部 {count} 个电流源像元都位于阻力栅格的无数据处，那里没有电流。请移动它们或填补空缺。</translation>
    </message>
    <message>
        <source>All {count} costs are 0: every cell is a source, and there is nothing to divide.</source>
        <translation>全部 {count} 个成本值均为 0：每个像元都是源地，无可划分。</translation>
    </message>
    <message>
        <source>All {count} indicators are constant, so the data cannot weigh them. Use equal or judged weights.</source>
        <translation>全部 {count} 个指标均为常数，无法由数据赋权。请改用等权或主观权重。</translation>
    </message>
    <message>
        <source>All {count} patches have an area of 0, so that there is nothing to connect.</source>
        <translation>全部 {count} 个斑块的面积均为 0，没有可连通的对象。</translation>
    </message>
    <message>
        <source>All {count} places lie inside sources. Choose a smaller spacing.</source>
        <translation>全部 {count} 个位置都位于源地内。请选择更小的间距。</translation>
    </message>
    <message>
        <source>All {count} units have the same {name}, so none is high or low. Check the fields.</source>
        <translation>全部 {count} 个单元的 {name} 相同，无法区分高低。请检查字段。</translation>
    </message>
    <message>
        <source>All {count} weights are 0; give at least one factor a positive weight.</source>
        <translation>全部 {count} 个权重均为 0；至少给一个因子正的权重。</translation>
    </message>
    <message>
        <source>Allocated funds</source>
        <translation>安排资金</translation>
    </message>
    <message>
        <source>Allocates restoration funds by linear programming. Each unit has a need, own funds (at most its need), a gap = need - own, and a priority from 0 to 1. With x provincial and p social money per unit:

maximise sum of priority x (x + theta p), subject to sum x &lt;= provincial budget, sum p &lt;= social budget, x + p &lt;= gap, p &lt;= social share x need, x &gt;= floor for core and for fiscally weak units (a share of their gap), and x &lt;= cap x budget.

A table can bound what the units of a region, such as a city, get together: at least and at most so much of the provincial budget. Budgets, floors and shares always hold; the table of binding limits says which of them hold the plan back, and by how much.

The shadow prices say what the objective gains from one more unit of money of each budget. Floors that the budget cannot meet are an error that names them, the units, and the budget that would do. Between plans of equal worth, the larger gap relative to need comes first.

Loans can be a third kind of money: the unit repays them, the province takes over part of the interest. A loan repaid in equal parts over n years costs the province r (n + 1) / 2 per unit of loan, r the interest taken over per year; it counts for the objective with a worth of its own.

The optional comparison shows two simpler plans beside the optimum: in proportion (by priority, difficulty and gap in shares you choose) and max-min (the worst-off unit as well off as possible), both without floors.

For the optimum, difficulty belongs into the need, as higher cost, and not into the priority as well, or it counts twice. Input is the summary of Collaborative restoration units or any layer with such fields; one unit of money throughout, 10^4 CNY by default.

Source: principles of Peng 2025, doi:10.61360/BoniGHSS252018890606; solver HiGHS, Huangfu &amp; Hall 2018, doi:10.1007/s12532-017-0130-5.</source>
        <translation>用线性规划分配修复资金。每个单元有资金需求、自有资金（不超过需求）、资金缺口 = 需求 - 自有资金，以及 0 到 1 的优先度。设 x 为省级资金、p 为社会资本：

使 优先度 ×（x + θ p）之和最大，约束为：x 之和 &lt;= 省级预算，p 之和 &lt;= 社会资本总额，x + p &lt;= 缺口，p &lt;= 社会资本占比 × 需求，核心单元与财政薄弱单元的 x &gt;= 保底额（缺口的一定比例），x &lt;= 单个单元上限 × 预算。

可用一张表限定一个区域（如一个市）各单元合计所得：至少和至多占省级预算的比例。预算、保底与比例始终成立；约束起作用表说明其中哪些限制了方案，影响有多大。

影子价格表示各项预算每增加一个货币单位时目标值的增量。预算无法满足保底要求时会报错，并指出相关保底要求、单元以及所需预算。价值相等的方案中，缺口占需求比例较大的单元优先。

贷款可作为第三种资金：由单元偿还，省级承担部分利息。n 年等额还本的贷款，每单位贷款的省级贴息为 r (n + 1) / 2，r 为每年承担的利率；贷款以自身的价值系数计入目标。

可选的方案比较表给出最优方案之外的两种简单方案：按比例分配（优先度、难度与缺口按所选比重）和最大最小公平分配（使状况最差的单元尽可能好），两者均不含保底要求。

对最优方案而言，修复难度应体现为较高成本计入需求，不要再计入优先度，否则会重复计算。输入为“协同修复单元”的汇总结果或任何具有此类字段的图层；货币单位应统一，默认为万元。

来源：原则依据 Peng 2025，doi:10.61360/BoniGHSS252018890606；求解器 HiGHS，Huangfu &amp; Hall 2018，doi:10.1007/s12532-017-0130-5。</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Allow missing factors</source>
        <translation>允许缺少因子</translation>
    </message>
    <message>
        <source>Allow missing layers</source>
        <translation>允许缺少图层</translation>
    </message>
    <message>
        <source>Alpha index</source>
        <translation>α指数</translation>
    </message>
    <message>
        <source>Alpha or gamma is above 1: links cross; there are more than a plane network can have.</source>
        <translation>α 或 γ 大于 1：连接有交叉，数量超过平面网络的上限。</translation>
    </message>
    <message>
        <source>Alternate carbon storage (t C)</source>
        <translation>对比期碳储量 (t C)</translation>
    </message>
    <message>
        <source>Alternate carbon storage per hectare</source>
        <translation>对比期每公顷碳储量</translation>
    </message>
    <message>
        <source>Alternate land cover</source>
        <translation>对比期土地覆被</translation>
    </message>
    <message>
        <source>Alternate minus baseline, t C/ha.</source>
        <translation>对比期减基期，t C/ha。</translation>
    </message>
    <message>
        <source>Alternate storage (t C)</source>
        <translation>对比期储量 (t C)</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>类型不稳定</translation>
    </message>
    <message>
        <source>Ambiguous below</source>
        <translation>不确定阈值</translation>
    </message>
    <message>
        <source>Ambiguous units</source>
        <translation>不确定的单元数</translation>
    </message>
    <message>
        <source>Amount (10^4 CNY)</source>
        <translation>金额（万元）</translation>
    </message>
    <message>
        <source>Amount per person by unit</source>
        <translation>按单元的人均数量</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>数量型指标</translation>
    </message>
    <message>
        <source>Amounts and weights must not be negative: {totals} totals and {weights} cells are.</source>
        <translation>总量与权重不得为负：有 {totals} 个总量、{weights} 个像元为负。</translation>
    </message>
    <message>
        <source>Amounts of {count} cells</source>
        <translation>计算 {count} 个像元的数量</translation>
    </message>
    <message>
        <source>Amounts per hectare</source>
        <translation>每公顷的量</translation>
    </message>
    <message>
        <source>Amounts per person by unit belong to the method per_capita.</source>
        <translation>按单元的人均数量属于方法 per_capita。</translation>
    </message>
    <message>
        <source>Amounts per person by unit need the administrative units.</source>
        <translation>按单元的人均数量需要行政单元。</translation>
    </message>
    <message>
        <source>Ampere into each cell, negative where it is taken out; 0 and nodata are none.</source>
        <translation>流入各像元的安培数，流出处为负；0 和无数据表示没有。</translation>
    </message>
    <message>
        <source>Ampere of the source</source>
        <translation>源的安培数</translation>
    </message>
    <message>
        <source>An element that reaches into several units counts in each of them.</source>
        <translation>跨越多个单元的要素在每个单元中均计数。</translation>
    </message>
    <message>
        <source>An expected layer is not among the inputs.</source>
        <translation>输入中缺少预期的图层。</translation>
    </message>
    <message>
        <source>An index of the demand for ecosystem services where none is known service by service: demand = built-up land in % * lg(persons per km2) * lg(GDP in 10^4 CNY per km2). Densities up to 1 count as 0, since their logarithm would turn the sign.

Per cell the built-up land is its share in a square window, people and GDP are those of the cell. Per unit all three are those of the whole unit; the field composite_demand can be matched with a supply index, not with a supply in tonnes or cubic metres: the index has no unit and must not be summed.

GDP is given by cell, or as a field of the units: it is then spread over their cells by population.

Source: the index of Peng and others, as quoted by studies of supply and demand in China</source>
        <translation>没有分项服务数据时的生态系统服务需求指数：需求 = 建设用地占比（%）* lg(每平方千米人数) * lg(每平方千米 GDP，万元)。密度不大于 1 的按 0 计，因为其对数会改变符号。

逐像元时，建设用地占比取方形窗口内的比例，人口和 GDP 取本像元的值。按单元时，三者都取整个单元的值；字段 composite_demand 可与供给指数匹配，但不能与以吨或立方米计的供给匹配：该指数没有单位，不得求和。

GDP 由逐像元图层给出，或由单元字段给出：后者按人口分配到像元。

来源：彭建等的指数，引自国内供需研究</translation>
    </message>
    <message>
        <source>An interest subsidy of {points} a year over {years} years makes no sense; give 2 % points as 0.02, and 1 year or more.</source>
        <translation>每年贴息 {points}、期限 {years} 年没有意义；2 个百分点请写 0.02，期限至少 1 年。</translation>
    </message>
    <message>
        <source>Analytic hierarchy process: each judgement a(i, j) says how many times factor i matters more than factor j (1 equal, 3 moderately, 5 strongly, 7 very strongly, 9 extremely more). The weights are the principal eigenvector of the matrix, scaled to sum 1.

Consistency ratio CR = ((largest eigenvalue - n) / (n - 1)) / RI(n), with RI the mean for random matrices. Judgements with CR of 0.1 or more contradict each other too much: the tool then stops and names the most contradictory judgement and the value that would agree with the others.

Give the judgements as a table (first column the factor, then one column per factor; fractions such as 1/3 are welcome, and half a matrix is enough because a(j, i) = 1 / a(i, j)), or as text. With neither, the shipped illustrative matrix for resistance factors is used.

Source: Saaty 1977, doi:10.1016/0022-2496(77)90033-5.</source>
        <translation>层次分析法：判断值 a(i, j) 表示因子 i 比因子 j 重要多少倍（1 同等重要，3 稍微重要，5 明显重要，7 强烈重要，9 极端重要）。权重为矩阵的主特征向量，归一化使其和为 1。

一致性比率 CR =（（最大特征值 - n）/（n - 1））/ RI(n)，RI 为随机矩阵的平均一致性指标。CR 达到或超过 0.1 时判断矛盾过大：工具将停止，并指出矛盾最大的判断及与其余判断相一致的值。

判断可用表给出（第一列为因子，其后每个因子一列；可写 1/3 这样的分数，只填一半矩阵即可，因为 a(j, i) = 1 / a(i, j)），也可用文本给出。两者都没有时，使用随附的阻力因子示例矩阵。

来源：Saaty 1977，doi:10.1016/0022-2496(77)90033-5。</translation>
    </message>
    <message>
        <source>Annual ET0, mm/yr.</source>
        <translation>年 ET0，mm/年。</translation>
    </message>
    <message>
        <source>Annual maximum or growing season NDVI, -1 to 1 after the scale factor.</source>
        <translation>年最大值或生长季 NDVI，乘比例系数后为 -1 到 1。</translation>
    </message>
    <message>
        <source>Annual maximum or growing season NDVI, -1 to 1.</source>
        <translation>年最大或生长季 NDVI，-1 至 1。</translation>
    </message>
    <message>
        <source>Annual maximum or growing season, -1 to 1.</source>
        <translation>年最大值或生长季，-1 至 1。</translation>
    </message>
    <message>
        <source>Annual mean of the area that the densities hold for, such as the country.</source>
        <translation>密度所代表区域（如全国）的年均值。</translation>
    </message>
    <message>
        <source>Annual mean of the study area, for the regional correction.</source>
        <translation>研究区年均值，用于区域修正。</translation>
    </message>
    <message>
        <source>Annual mean of the study area, for the regional correction; give all four or none.</source>
        <translation>研究区年均值，用于区域修正；四项须同时给出或都不给。</translation>
    </message>
    <message>
        <source>Annual mean, degrees Celsius.</source>
        <translation>年平均值，摄氏度。</translation>
    </message>
    <message>
        <source>Annual precipitation</source>
        <translation>年降水量</translation>
    </message>
    <message>
        <source>Annual precipitation (mm); not used where the layer lacks it.</source>
        <translation>年降水量（毫米）；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Annual precipitation, mm/yr, for annual.</source>
        <translation>年降水，mm/yr，用于 annual。</translation>
    </message>
    <message>
        <source>Annual precipitation, mm/yr.</source>
        <translation>年降水量，毫米/年。</translation>
    </message>
    <message>
        <source>Annual precipitation, mm/yr. Not needed where rainfall erosivity is given.</source>
        <translation>年降水量，毫米/年。给出降雨侵蚀力时不需要。</translation>
    </message>
    <message>
        <source>Annual reference evapotranspiration, mm/yr. Empty: by modified Hargreaves from the monthly layers.</source>
        <translation>年参考蒸散量，mm/yr。留空：由逐月图层按修正的 Hargreaves 公式计算。</translation>
    </message>
    <message>
        <source>Annual water yield by the Budyko curve as in InVEST, m3/yr per cell.</source>
        <translation>按 InVEST 的 Budyko 曲线计算年产水量，立方米/年/像元。</translation>
    </message>
    <message>
        <source>Another program is writing the store at this moment ({reason}). Save or end editing there, then try again; nothing was changed.</source>
        <translation>另一个程序此刻正在写入数据库（{reason}）。请在该程序中保存或结束编辑后重试；未作任何更改。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers are also summarised per value of this field, such as the unit code.</source>
        <translation>还按该字段的每个值（如单元代码）汇总答案。</translation>
    </message>
    <message>
        <source>Answers from {satisfied} count as satisfied on a scale of 1 to {scale}; choose a number from 2 to {scale}.</source>
        <translation>从 {satisfied} 起算满意，而量表为 1 到 {scale}；请选择 2 到 {scale} 之间的数。</translation>
    </message>
    <message>
        <source>Any raster whose mean per patch is wanted, such as habitat quality.</source>
        <translation>需要统计各斑块均值的任意栅格，例如生境质量。</translation>
    </message>
    <message>
        <source>Anything the map should say besides, such as who made it.</source>
        <translation>图上其他说明，如编制单位。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>面积（公顷）</translation>
    </message>
    <message>
        <source>Area / perimeter (m)</source>
        <translation>面积/周长（m）</translation>
    </message>
    <message>
        <source>Area changed by {area} %, equivalent connected area by {eca} %.</source>
        <translation>面积变化 {area} %，等效连通面积变化 {eca} %。</translation>
    </message>
    <message>
        <source>Area curve</source>
        <translation>面积曲线</translation>
    </message>
    <message>
        <source>Area field</source>
        <translation>面积字段</translation>
    </message>
    <message>
        <source>Area of a new patch on the grid. Crossing it costs nothing, so that a larger one is a better step.</source>
        <translation>格网上新斑块的面积。穿越斑块没有成本，因此面积越大，踏脚作用越好。</translation>
    </message>
    <message>
        <source>Area of a stepping stone (ha)</source>
        <translation>踏脚石面积（公顷）</translation>
    </message>
    <message>
        <source>Area of all zones (ha)</source>
        <translation>全部分区的面积（公顷）</translation>
    </message>
    <message>
        <source>Area of class 5 (ha)</source>
        <translation>第 5 级的面积（公顷）</translation>
    </message>
    <message>
        <source>Area of each corridor up to the cutoff, without the two sources it links: link_id, from_id, to_id, area_ha, mean_width_m, cost, length_m, bottleneck_m, bottleneck_x, bottleneck_y, land cover.</source>
        <translation>每条廊道在截断值以内的范围，不含所连接的两个源地：link_id、from_id、to_id、area_ha、mean_width_m、cost、length_m、bottleneck_m、bottleneck_x、bottleneck_y、土地覆被。</translation>
    </message>
    <message>
        <source>Area of every zone in every unit in hectares, share of the zone, share of the unit; empty where it lies outside.</source>
        <translation>各分区在各单元的面积（公顷）、占分区的比例、占单元的比例；位于外部时为空。</translation>
    </message>
    <message>
        <source>Area of sources (ha)</source>
        <translation>源地面积（公顷）</translation>
    </message>
    <message>
        <source>Area of the candidate</source>
        <translation>候选斑块面积</translation>
    </message>
    <message>
        <source>Area of the classes 1 to 5: {areas} ha.</source>
        <translation>1 至 5 级的面积：{areas} 公顷。</translation>
    </message>
    <message>
        <source>Area of the restoration zones</source>
        <translation>各修复分区面积占比</translation>
    </message>
    <message>
        <source>Area of the supply-demand classes</source>
        <translation>供需等级的面积</translation>
    </message>
    <message>
        <source>Area of the zones</source>
        <translation>分区面积</translation>
    </message>
    <message>
        <source>Area that drains through the cell, itself included, ha.</source>
        <translation>流经该像元的汇水面积（含自身），公顷。</translation>
    </message>
    <message>
        <source>Area the grid covers, used without a template; widened to whole cells. Default: the study area, else all rasters together.</source>
        <translation>格网覆盖的范围，未给模板时使用，并扩展到整像元。默认为研究区范围，否则为所有栅格的总范围。</translation>
    </message>
    <message>
        <source>Area to restore (ha)</source>
        <translation>待修复面积（公顷）</translation>
    </message>
    <message>
        <source>Area to treat (ha), for the cost; not used where the layer lacks it.</source>
        <translation>待治理面积（公顷），用于计算费用；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Areas are measured in the plane of {crs}; over all units they differ by {percent} % from those on the ellipsoid.</source>
        <translation>面积在 {crs} 平面内量算；全部单元合计与椭球面面积相差 {percent} %。</translation>
    </message>
    <message>
        <source>Areas cannot be measured in the geographic system {crs}; reproject to a projected system in metres.</source>
        <translation>无法在地理坐标系 {crs} 中量算面积；请重投影到以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Areas of classes</source>
        <translation>类别面积</translation>
    </message>
    <message>
        <source>Areas of limited access</source>
        <translation>限制进入的区域</translation>
    </message>
    <message>
        <source>Areas of the classes</source>
        <translation>各等级的面积</translation>
    </message>
    <message>
        <source>Areas of the classes, and supply and demand of the units for every service, as HTML.</source>
        <translation>各等级的面积以及各项服务在各单元的供给和需求（HTML）。</translation>
    </message>
    <message>
        <source>Areas of the intensity classes</source>
        <translation>各强度级面积</translation>
    </message>
    <message>
        <source>Areas of the levels</source>
        <translation>各等级面积</translation>
    </message>
    <message>
        <source>Areas of the zones</source>
        <translation>各分区面积</translation>
    </message>
    <message>
        <source>Areas, shares and means of any layers per zone and per administrative unit, and a cross table.</source>
        <translation>任意图层按分区和行政单元的面积、占比和均值，以及交叉表。</translation>
    </message>
    <message>
        <source>Around (z-score)</source>
        <translation>周围（z 分数）</translation>
    </message>
    <message>
        <source>As in Circuitscape: only the sources of a run are one node each, all others are plain cells. Slower, and different only for sources of several cells.</source>
        <translation>与 Circuitscape 相同：每次运行只有参与的源地各合并为一个节点，其余均为普通像元。较慢，且仅对由多个像元组成的源地有差别。</translation>
    </message>
    <message>
        <source>As in InVEST it is discounted too: a positive rate makes later sequestration worth less.</source>
        <translation>与 InVEST 一样也参与贴现：正值使较晚的固碳价值更低。</translation>
    </message>
    <message>
        <source>Ascending limits of the CESDR classes, both ends included, separated by commas. The default gives seven classes from high deficit to high surplus.</source>
        <translation>CESDR 分级的递增界限，包含两端，以逗号分隔。默认值分为从高赤字到高盈余的七级。</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>坡向</translation>
    </message>
    <message>
        <source>Assign the system it was made in.</source>
        <translation>请指定其制作时所用的坐标系。</translation>
    </message>
    <message>
        <source>Assigned teams</source>
        <translation>团队分派</translation>
    </message>
    <message>
        <source>At least 0; only its ratio to the other weights counts.</source>
        <translation>不小于 0；仅其与其他权重之比起作用。</translation>
    </message>
    <message>
        <source>At least the cell size. A window restores a strip of twice its radius. Empty: the cell size.</source>
        <translation>至少为像元大小。一个窗口修复的长度为其半径的两倍。留空：像元大小。</translation>
    </message>
    <message>
        <source>At least two sources, best polygons. A polygon covers the cells whose centre lies inside it; one smaller than a cell keeps the cells it touches.</source>
        <translation>至少两个源地，最好为面要素。面要素占据中心落在其内的像元；小于一个像元的面要素保留其接触的像元。</translation>
    </message>
    <message>
        <source>At least two sources, polygons or points. A polygon covers the cells whose centre lies inside it; one smaller than a cell keeps the cells it touches. Or give a raster of sources.</source>
        <translation>至少两个源地，面或点。面覆盖中心位于其内的像元；小于一个像元的面保留其接触的像元。也可改用源地栅格。</translation>
    </message>
    <message>
        <source>Atlas as PDF</source>
        <translation>图集 PDF</translation>
    </message>
    <message>
        <source>Atlas with a page per unit (PDF)</source>
        <translation>图集，每个单元一页（PDF）</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Attribute of the patches</source>
        <translation>斑块属性</translation>
    </message>
    <message>
        <source>Autocorrelation</source>
        <translation>自相关校正</translation>
    </message>
    <message>
        <source>Average between cells</source>
        <translation>像元间取平均</translation>
    </message>
    <message>
        <source>B factor, C factor, cover management, vegetation cover, soil loss ratio, CSLE, RUSLE</source>
        <translation>B 因子, C 因子, 植被覆盖与管理因子, 植被覆盖度, 土壤流失比率, CSLE, RUSLE</translation>
    </message>
    <message>
        <source>BC(IIC) (%)</source>
        <translation>BC(IIC)（%）</translation>
    </message>
    <message>
        <source>BC(PC) (%)</source>
        <translation>BC(PC)（%）</translation>
    </message>
    <message>
        <source>Back link</source>
        <translation>回溯方向</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Background of the security pattern, no unit.</source>
        <translation>生态安全格局图的背景，无量纲。</translation>
    </message>
    <message>
        <source>Background of the theme pattern.</source>
        <translation>“pattern”主题的背景。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>供需平衡</translation>
    </message>
    <message>
        <source>Balance of green space</source>
        <translation>绿地盈亏</translation>
    </message>
    <message>
        <source>Balance of the compensation fund</source>
        <translation>补偿资金平衡表</translation>
    </message>
    <message>
        <source>Balance of the services</source>
        <translation>各项服务的供需差额</translation>
    </message>
    <message>
        <source>Bands{date}</source>
        <translation>波段{date}</translation>
    </message>
    <message>
        <source>Bare classes</source>
        <translation>无植被地类</translation>
    </message>
    <message>
        <source>Bare classes must be whole numbers.</source>
        <translation>无植被地类的代码必须为整数。</translation>
    </message>
    <message>
        <source>Barely coordinated</source>
        <translation>勉强协调</translation>
    </message>
    <message>
        <source>Barren</source>
        <translation>裸地</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>生态障碍点</translation>
    </message>
    <message>
        <source>Barrier areas</source>
        <translation>生态障碍区</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>生态障碍点</translation>
    </message>
    <message>
        <source>Barriers whose restoration would improve the corridors most</source>
        <translation>修复后对廊道改善最大的障碍点</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Baseline land cover</source>
        <translation>基准土地覆被</translation>
    </message>
    <message>
        <source>Baseline, t C/ha.</source>
        <translation>基期，t C/ha。</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>比较基准</translation>
    </message>
    <message>
        <source>Benefit field</source>
        <translation>效益字段</translation>
    </message>
    <message>
        <source>Benefit of the first</source>
        <translation>前者的受益程度</translation>
    </message>
    <message>
        <source>Benefit of the project, 0 or more, such as its priority x area.</source>
        <translation>项目效益，大于或等于 0，例如优先级 x 面积。</translation>
    </message>
    <message>
        <source>Benefit of the selection</source>
        <translation>所选方案的效益</translation>
    </message>
    <message>
        <source>Benefit-cost ratio of all</source>
        <translation>总效益成本比</translation>
    </message>
    <message>
        <source>Best radius</source>
        <translation>最优半径</translation>
    </message>
    <message>
        <source>Best ways between {count} patches</source>
        <translation>{count} 个斑块之间的最佳路径</translation>
    </message>
    <message>
        <source>Beta index</source>
        <translation>β指数</translation>
    </message>
    <message>
        <source>Between 0 and 1. 0.5 as in Conefor and Makurhini; Graphab takes 0.05.</source>
        <translation>介于 0 和 1 之间。Conefor 和 Makurhini 取 0.5，Graphab 取 0.05。</translation>
    </message>
    <message>
        <source>Between the groups</source>
        <translation>组间合成</translation>
    </message>
    <message>
        <source>Betweenness (pairs)</source>
        <translation>介数（斑块对）</translation>
    </message>
    <message>
        <source>Beyond this many different values, neighbours are joined into that many groups of equal count before natural breaks are sought, which saves time on very large rasters. Empty: never, breaks are exact.</source>
        <translation>不同值超过该数目时，先将相邻值合并为该数目的等量组，再求自然断点，可节省超大栅格的计算时间。留空：不合并，断点为精确解。</translation>
    </message>
    <message>
        <source>Binding limits</source>
        <translation>起作用的约束</translation>
    </message>
    <message>
        <source>Biodiversity</source>
        <translation>生物多样性</translation>
    </message>
    <message>
        <source>Biomass pools are multiplied by {biomass}, the soil pool by {soil}.</source>
        <translation>生物量碳库乘以 {biomass}，土壤碳库乘以 {soil}。</translation>
    </message>
    <message>
        <source>Biophysical table</source>
        <translation>生物物理表</translation>
    </message>
    <message>
        <source>Blended priority</source>
        <translation>综合优先级</translation>
    </message>
    <message>
        <source>Block (cells)</source>
        <translation>区块（像元）</translation>
    </message>
    <message>
        <source>Border opening</source>
        <translation>边界开口</translation>
    </message>
    <message>
        <source>Bottlenecks of corridors, where current is squeezed and no detour is left, as raster and polygons.</source>
        <translation>廊道的瓶颈，即电流被挤压且无路可绕之处，输出栅格和面。</translation>
    </message>
    <message>
        <source>Boundary of the higher unit</source>
        <translation>上级行政界线</translation>
    </message>
    <message>
        <source>Box that rows must touch.</source>
        <translation>行须与之相交的范围框。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支线</translation>
    </message>
    <message>
        <source>Branch, inside</source>
        <translation>支线（内部）</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>桥接区</translation>
    </message>
    <message>
        <source>Bridge in edge</source>
        <translation>边缘区内的桥接区</translation>
    </message>
    <message>
        <source>Bridge in edge, inside</source>
        <translation>边缘区内的桥接区（内部）</translation>
    </message>
    <message>
        <source>Bridge in perforation</source>
        <translation>孔隙内的桥接区</translation>
    </message>
    <message>
        <source>Bridge in perforation, inside</source>
        <translation>孔隙内的桥接区（内部）</translation>
    </message>
    <message>
        <source>Bridge, inside</source>
        <translation>桥接区（内部）</translation>
    </message>
    <message>
        <source>Bridging distance (m)</source>
        <translation>桥接距离（米）</translation>
    </message>
    <message>
        <source>Bring all rasters onto one grid with Align rasters.</source>
        <translation>请用“栅格对齐”将所有栅格统一到同一格网。</translation>
    </message>
    <message>
        <source>Bring all rows of a {group}, or correct the shares.</source>
        <translation>请导入同一 {group} 的全部行，或改正份额。</translation>
    </message>
    <message>
        <source>Bring that row too, or leave the field empty where the water leaves.</source>
        <translation>请一并导入该行；水流出区外时请将字段留空。</translation>
    </message>
    <message>
        <source>Brings a layer, a table or a CSV into one layer of the store. Every field is checked against the data standard: type, required, limits, code lists, key without doubles, six-digit codes and their parents; overlaps, gaps and shares that do not add up to 1 are warnings. With one error nothing is imported, and the findings say what to mend where. Fields that are none of the standard are kept as text beside the row.

update adds new keys and replaces rows whose content changed; replace also closes rows whose key does not come again; append takes only keys that are new, which is what series of observations need: give the whole file every month, and only what is new is read.

A replaced row is kept with the number of the import that replaced it, and the lineage table says who imported what from which file (name and SHA-256) when.

Series of rasters go into the layer rasters, the catalogue: give the rasters instead of rows. Each is listed with its date (from the list you give, else from its file name), variable, platform, cell size and quality flag; the files stay where they are, and one that is listed already is not listed again.

One writer at a time: a second one is told who writes since when. When a connection drops or the program dies halfway, the store is as it was before.

Geometries are brought to the coordinate reference system of the store. Rows without a unit code get that of the unit of the store they lie in, observations that of their site.</source>
        <translation>将图层、表或 CSV 导入数据库的一个图层。每个字段按数据标准检查：类型、必填、范围、代码表、主键不重复、六位代码及其上级；重叠、缝隙和合计不为 1 的份额为警告。只要有一处错误就不导入，检查结果说明在何处修改什么。不属于标准的字段以文本形式随行保存。

update 添加新主键并替换内容变化的行；replace 还会关闭不再出现的主键；append 只接收新主键，适合观测序列：每月给出整个文件，只读取新的部分。

被替换的行连同替换它的导入编号一并保留，沿革表说明谁在何时从哪个文件（名称和 SHA-256）导入了什么。

栅格序列进入目录图层 rasters：给出栅格即可，无需行数据。每个栅格登记日期（取自所给列表，否则取自文件名）、变量、平台、像元大小和质量标识；文件留在原处，已登记的不再登记。

一次一个写入者：第二个写入者会被告知谁从何时起在写。连接中断或程序中途退出时，数据库保持原样。

几何会转换到数据库的坐标参考系。没有单元代码的行取其所在单元的代码，观测数据取其站点的代码。</translation>
    </message>
    <message>
        <source>Brings rasters of different coordinate systems, cell sizes and origins onto one grid, which all other tools ask for.

The grid is that of a template layer; or it is made from a coordinate system, an extent and a cell size; with neither, it is the grid of the first raster.

Resampling follows the kind of the values. class: nearest neighbour (land cover, zones). continuous: bilinear (elevation, climate, indices). amount: sum, weighted by the share of each source cell, so that totals are kept (persons per cell, tonnes per cell). density: area-weighted average (persons per km2, NPP per m2). "auto" takes the kind from the data standard by the layer name; unknown integer rasters with up to 64 values are classes, all others continuous.

A study area keeps cells whose centre it covers. The tool warns when its extent lies 300 to 800 m beside the data: boundaries taken from web maps in China (GCJ-02) are displaced like this.

Cell size in metres. Results are compressed GeoTIFFs with the names of the inputs; equal names get _2, _3.</source>
        <translation>将坐标系、像元大小和原点不同的栅格统一到同一格网；其他工具均要求输入位于同一格网。

格网取自模板图层；或由坐标系、范围和像元大小生成；两者都未给出时，采用第一个栅格的格网。

重采样方法取决于数据类型。class（分类）：最邻近法（土地覆被、分区）。continuous（连续）：双线性（高程、气候、指数）。amount（总量）：按源像元所占份额加权求和，总量保持不变（每像元人口、每像元吨数）。density（密度）：面积加权平均（人/平方千米、每平方米 NPP）。“auto”按图层名称从数据标准中确定类型；未知的整型栅格若不超过 64 个取值按分类处理，其余按连续处理。

给出研究区时，保留中心位于其内的像元。若研究区范围与数据相差 300 至 800 米，工具会发出警告：取自国内网络地图的边界（GCJ-02）常有此偏移。

像元大小以米为单位。结果为压缩的 GeoTIFF，沿用输入文件名；同名者加 _2、_3。</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Budgets, shares of regions, and every gap, floor, social share and limit of a unit that holds the plan back: limit, used, and its shadow price (the gain of the objective per unit of money; below 0 for floors).</source>
        <translation>预算、区域份额，以及限制方案的各单元缺口、保底、社会资本占比与上限：限值、已用量及其影子价格（每增加一单位资金目标值的增量；保底为负值）。</translation>
    </message>
    <message>
        <source>Buffer (m)</source>
        <translation>缓冲距离（米）</translation>
    </message>
    <message>
        <source>Buffer zone</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>Builds a resistance surface as a weighted overlay: R = sum over factors of weight x score, with the weights scaled to sum 1.

Each factor is scored by the rows of the score table that carry its name. Kind class: a score per code (column from). Kind range: a score per interval (from included, to not included but for the topmost; an empty limit is open). Kind function: from score at from to score_to at to along the curve in the column function, with t = (value - from) / (to - from): linear t; exponential (1 - exp(-c t)) / (1 - exp(-c)); power t^p; the column shape holds c (8 where empty) or p (2). Range and function rows may follow each other. Kind value: the values of the raster are the scores. Intervals must not overlap, and every value must have a score: values without one are an error with their count. The shipped table scores landcover, elevation (m), slope (degrees), ndvi, nightlight and road_distance (m) from 1 to 100; it is illustrative, so edit it for the region.

Weights: manual takes a table, such as the output of Weights by pairwise comparison, or text; with neither all factors weigh the same. ahp takes the principal eigenvector of the judgements and refuses a consistency ratio of 0.1 or more. entropy, critic and pca weigh the factors by how their scores vary over the cells (see Objective weights), so they change with the extent. combined joins ahp and entropy by game theory. A factor with the same score everywhere weighs 0.

Night light tells busy from quiet places of one land-cover class: ratio R x NTL / mean NTL of the class, or one_plus_ratio R x (1 + NTL / mean NTL of the class), within the limits given. After that, line barriers raise the cells they touch to at least a given resistance; crossing structures leave a gap in them.

Resistance has no unit and is above 0; a cell is nodata where any factor that has a weight is.

Source: weighted linear combination, Malczewski 2000, doi:10.1111/1467-9671.00035.</source>
        <translation>用加权叠加构建阻力面：R = 各因子 权重 × 赋值 之和，权重归一化使其和为 1。

每个因子按赋值表中同名的行赋值。kind 为 class：按代码（from 列）赋值。kind 为 range：按区间赋值（含 from，不含 to，最高区间除外；界限留空表示不限）。kind 为 function：沿 function 列所给曲线，由 from 处的 score 变到 to 处的 score_to，t = (值 - from) / (to - from)：linear 为 t；exponential 为 (1 - exp(-c t)) / (1 - exp(-c))；power 为 t^p；shape 列给出 c（留空为 8）或 p（留空为 2）。range 与 function 行可以相接。kind 为 value：栅格的值即为赋值。区间不得重叠，且每个值都须有赋值：没有赋值的值会报错并给出数量。随附的表对 landcover、elevation（米）、slope（度）、ndvi、nightlight 和 road_distance（米）赋值 1 到 100；仅为示例，请按区域修改。

权重：manual 取自表（例如“层次分析法权重”的输出）或文本；两者都没有时各因子等权。ahp 取判断矩阵的主特征向量，一致性比率达到 0.1 时拒绝。entropy、critic 和 pca 按因子赋值在像元间的变化赋权（见“指标客观赋权”），因此随范围而变。combined 用博弈论组合 ahp 与 entropy。各处赋值相同的因子权重为 0。

夜间灯光用于区分同一土地覆被类别中人类活动的强弱：ratio 为 R × NTL / 类别平均 NTL，one_plus_ratio 为 R × (1 + NTL / 类别平均 NTL)，结果限制在给定的上下限内。之后，线状障碍将其触及像元的阻力值提高到至少给定值；穿越设施在其中留出缺口。

阻力值无单位且大于 0；任一有权重的因子无数据处，结果为无数据。

来源：加权线性组合，Malczewski 2000，doi:10.1111/1467-9671.00035。</translation>
    </message>
    <message>
        <source>Builds the ecological network of a set of sources: which sources are neighbours, the least-cost path of every link with its attributes, and the corridor of land around each path that costs little more.

1. Neighbours: two sources are a candidate pair when their zones touch, zones of least cost, of straight distance, or either. 2. Every source gets a cost surface of its own: a step costs the mean resistance of two cells x the distance of their centres in metres; inside the source the cost is 0. 3. Least-cost distance of a link = smallest cost of one source on the cells of the other; the path is traced back from there. 4. Links beyond the limits, or with a path that crosses a third source, are dropped. 5. Normalised least-cost corridor = cost from A + cost from B - least-cost distance of A and B: 0 on the path, larger where a detour costs more. The mosaic is the smallest value over all links; corridors are the cells up to the cutoff.

Link attributes: cost (least-cost distance, resistance x metres), length_m (path between cell centres), euclid_m (straight distance between the edges), cost_euclid (cost / straight distance, of at least one cell: how much worse than open habitat the way is), cost_length (cost / path length: mean resistance on the path), third_sources (other sources on the path), link_type, stepping_stones (their ids in turn). Corridors: area_ha without the two linked sources, mean_width_m (area / path length), cost, length_m, bottleneck_m (shortest straight line across the corridor through a cell of the path, in 4 directions) with its place, and the land cover where it is given.

The pair table lists every pair considered, linked or not and why, with the link types of Linkage Mapper (1 corridor, 20 reconnection, -1 not nearest, -11 too far, -12 too costly, -13 too near, -14 too cheap, -15 third source). Its names: euclid_m is Euc_Dist, cost CW_Dist, length_m LCP_Length, cost_euclid cwd2Euc_R, cost_length cwd2Path_R, cf_central CF_Central (current-flow centrality of the link, amperes; empty where there is no link). Eff_Resist and cwd2EffR_r come from Pinch points: effective_resistance_m, and cost over it.

Source: McRae and Kavanagh 2011, Linkage Mapper; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</source>
        <translation>构建一组生态源地的生态网络：判定哪些源地相邻，求每条连接的最小成本路径及其属性，并划定路径周围成本增加不多的廊道范围。

1. 邻接：两个源地的分区（最小成本分区、直线距离分区，或二者之一）相接时，成为候选对。2. 每个源地单独计算成本面：每一步的成本 = 两个像元阻力的平均值 x 像元中心距离（米）；源地内部成本为 0。3. 连接的最小成本距离 = 一个源地的成本面在另一源地像元上的最小值；由该处回溯得到路径。4. 超过限值的连接，以及路径穿过第三源地的连接，予以舍去。5. 归一化最小成本廊道 = 自 A 的成本 + 自 B 的成本 - A 与 B 的最小成本距离：路径上为 0，绕行成本越高则值越大。镶嵌结果取所有连接的最小值；廊道为不超过截断值的像元。

连接属性：cost（最小成本距离，阻力 x 米）、length_m（像元中心间的路径长度）、euclid_m（边缘间直线距离）、cost_euclid（成本 / 直线距离，直线距离至少取一个像元：表示与畅通生境相比的阻碍程度）、cost_length（成本 / 路径长度：路径上的平均阻力）、third_sources（路径经过的其他源地数）、link_type（连接类型）、stepping_stones（依次列出这些源地的编号）。廊道属性：area_ha（不含所连接的两个源地）、mean_width_m（面积 / 路径长度）、cost、length_m、bottleneck_m（经过路径像元横穿廊道的最短直线，取 4 个方向）及其位置，给出土地覆被时还有覆被构成。

源地对表列出所有参与判断的源地对，无论是否连接及其原因，并给出 Linkage Mapper 的连接类型（1 廊道，20 重新连接，-1 非最近邻，-11 过远，-12 成本过高，-13 过近，-14 成本过低，-15 穿过第三源地）。其字段名对应：euclid_m 即 Euc_Dist，cost 即 CW_Dist，length_m 即 LCP_Length，cost_euclid 即 cwd2Euc_R，cost_length 即 cwd2Path_R，cf_central 即 CF_Central（连接的电流中心性，单位安培；没有连接的源地对为空）。Eff_Resist 和 cwd2EffR_r 由“夹点”工具给出：effective_resistance_m，以及成本与其之比。

来源：McRae and Kavanagh 2011, Linkage Mapper; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</translation>
    </message>
    <message>
        <source>Built-up</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <source>Built-up classes</source>
        <translation>建设用地类别</translation>
    </message>
    <message>
        <source>Built-up land (%)</source>
        <translation>建设用地占比（%）</translation>
    </message>
    <message>
        <source>By the elevation model {count} pairs of units lie downstream of one another.</source>
        <translation>依据高程模型，有 {count} 对单元存在上下游关系。</translation>
    </message>
    <message>
        <source>By the same end members, 0 to 1.</source>
        <translation>采用相同端元，0 到 1。</translation>
    </message>
    <message>
        <source>CESDR per cell</source>
        <translation>逐像元 CESDR</translation>
    </message>
    <message>
        <source>CO2 emissions (t/yr)</source>
        <translation>二氧化碳排放量（吨/年）</translation>
    </message>
    <message>
        <source>CRITIC</source>
        <translation>CRITIC 法</translation>
    </message>
    <message>
        <source>CRITIC weight</source>
        <translation>CRITIC 权重</translation>
    </message>
    <message>
        <source>CSLE, the Chinese Soil Loss Equation, or RUSLE, the Revised Universal Soil Loss Equation.</source>
        <translation>CSLE（中国土壤流失方程）或 RUSLE（修正通用土壤流失方程）。</translation>
    </message>
    <message>
        <source>CSLE: code, rule (cropland, cover or constant), b (for constant), e (empty means 1) and t (for cropland). RUSLE: code, rule (cover or constant), c (for constant) and p. Empty: the shipped illustrative tables for land-cover codes 1 to 9.</source>
        <translation>CSLE：code、rule（cropland、cover 或 constant）、b（用于 constant）、e（空为 1）和 t（用于 cropland）。RUSLE：code、rule（cover 或 constant）、c（用于 constant）和 p。留空：随附的土地覆被编码 1 至 9 的示意表。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Candidate id</source>
        <translation>候选编号</translation>
    </message>
    <message>
        <source>Candidate patches</source>
        <translation>候选斑块</translation>
    </message>
    <message>
        <source>Cap (percentile)</source>
        <translation>上限（百分位）</translation>
    </message>
    <message>
        <source>Capacity by</source>
        <translation>支付能力依据</translation>
    </message>
    <message>
        <source>Capacity to pay</source>
        <translation>支付能力</translation>
    </message>
    <message>
        <source>Carbon above ground</source>
        <translation>地上碳</translation>
    </message>
    <message>
        <source>Carbon below ground</source>
        <translation>地下碳</translation>
    </message>
    <message>
        <source>Carbon demand</source>
        <translation>固碳需求</translation>
    </message>
    <message>
        <source>Carbon emitted in each cell, from emissions per person or statistics of units, t C/yr per cell.</source>
        <translation>由人均排放或单元统计数据计算每个像元的碳排放，吨碳/年/像元。</translation>
    </message>
    <message>
        <source>Carbon fixation</source>
        <translation>固碳</translation>
    </message>
    <message>
        <source>Carbon fixation of {count} cells</source>
        <translation>计算 {count} 个像元的固碳量</translation>
    </message>
    <message>
        <source>Carbon in dead matter</source>
        <translation>死亡有机质碳</translation>
    </message>
    <message>
        <source>Carbon in four pools by land cover, its change to another land cover, and the net present value.</source>
        <translation>按土地覆被计算四个碳库的碳储量、与另一期土地覆被相比的变化及净现值。</translation>
    </message>
    <message>
        <source>Carbon in the soil</source>
        <translation>土壤碳</translation>
    </message>
    <message>
        <source>Carbon pools</source>
        <translation>碳库表</translation>
    </message>
    <message>
        <source>Carbon storage</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <source>Carbon storage (t C)</source>
        <translation>碳储量 (t C)</translation>
    </message>
    <message>
        <source>Carbon storage changes by {change} t C.</source>
        <translation>碳储量变化 {change} t C。</translation>
    </message>
    <message>
        <source>Carbon storage of {count} cells</source>
        <translation>计算 {count} 个像元的碳储量</translation>
    </message>
    <message>
        <source>Carbon storage per hectare</source>
        <translation>每公顷碳储量</translation>
    </message>
    <message>
        <source>Carbon storage per year of the horizon (t C/yr)</source>
        <translation>按期限折算的年储量 (t C/yr)</translation>
    </message>
    <message>
        <source>Carbon that the land takes up in a year from NPP, NEP or two storages, t C/yr per cell.</source>
        <translation>由 NPP、NEP 或两期储量计算土地一年吸收的碳，每像元 t C/yr。</translation>
    </message>
    <message>
        <source>Carried by cities (10^4 CNY)</source>
        <translation>市级承担（万元）</translation>
    </message>
    <message>
        <source>Carried by counties (10^4 CNY)</source>
        <translation>县级承担（万元）</translation>
    </message>
    <message>
        <source>Carried by provinces (10^4 CNY)</source>
        <translation>省级承担（万元）</translation>
    </message>
    <message>
        <source>Carry money over</source>
        <translation>资金结转</translation>
    </message>
    <message>
        <source>Carving valleys</source>
        <translation>侵蚀形成河谷</translation>
    </message>
    <message>
        <source>Cash flows</source>
        <translation>现金流</translation>
    </message>
    <message>
        <source>Cell size (m)</source>
        <translation>像元大小（米）</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>像元数</translation>
    </message>
    <message>
        <source>Cells above it are water and left out.</source>
        <translation>高于该值的像元为水体，不参与计算。</translation>
    </message>
    <message>
        <source>Cells cut at either end (%)</source>
        <translation>两端截去的像元（%）</translation>
    </message>
    <message>
        <source>Cells drawn without replacement from those that know all services; 0 takes all.</source>
        <translation>从全部服务已知的像元中不放回地抽取；0 表示全部。</translation>
    </message>
    <message>
        <source>Cells from north to south, 120 to 800. Counties fill the inner part, so 400 rows of 100 m give counties of about 50 km2.</source>
        <translation>由北向南的像元数，120 至 800。县域位于中部，400 行、100 米像元时每县约 50 平方千米。</translation>
    </message>
    <message>
        <source>Cells from west to east, 120 to 800.</source>
        <translation>由西向东的像元数，120 至 800。</translation>
    </message>
    <message>
        <source>Cells have 4 or 8 neighbours, not {count}.</source>
        <translation>像元邻域为 4 或 8，而不是 {count}。</translation>
    </message>
    <message>
        <source>Cells have 4 or 8 neighbours, not {neighbours}.</source>
        <translation>像元的邻域数应为 4 或 8，而不是 {neighbours}。</translation>
    </message>
    <message>
        <source>Cells inside the counties</source>
        <translation>县域内的像元数</translation>
    </message>
    <message>
        <source>Cells of less source strength are no sources.</source>
        <translation>源强度低于此值的像元不作为源。</translation>
    </message>
    <message>
        <source>Cells of the same positive whole number become one node, also where they do not touch.</source>
        <translation>具有相同正整数的像元成为一个节点，互不相邻时也是如此。</translation>
    </message>
    <message>
        <source>Cells that conduct</source>
        <translation>导电像元数</translation>
    </message>
    <message>
        <source>Cells that cost more (resistance x metres) become nodata. Empty: no limit.</source>
        <translation>成本（阻力 x 米）更高的像元设为无数据。留空：不限制。</translation>
    </message>
    <message>
        <source>Cells to weigh by</source>
        <translation>计算权重的像元数</translation>
    </message>
    <message>
        <source>Cells with at least this value are habitat; for rasters of quality or importance. Left empty, the classes decide.</source>
        <translation>不小于该值的像元为生境，用于质量或重要性栅格。留空时按类别确定。</translation>
    </message>
    <message>
        <source>Cells without data where the first raster has data; results will have holes there.</source>
        <translation>第一个栅格有数据而本图层无数据的像元；结果在这些位置会出现空洞。</translation>
    </message>
    <message>
        <source>Change and net present value need the alternate land cover.</source>
        <translation>变化和净现值需要对比期土地覆被。</translation>
    </message>
    <message>
        <source>Change of area (percent)</source>
        <translation>面积变化（百分比）</translation>
    </message>
    <message>
        <source>Change of carbon storage</source>
        <translation>碳储量变化</translation>
    </message>
    <message>
        <source>Change of carbon storage (t C)</source>
        <translation>碳储量变化 (t C)</translation>
    </message>
    <message>
        <source>Change of equivalent connected area (percent)</source>
        <translation>等效连通面积变化（百分比）</translation>
    </message>
    <message>
        <source>Change of storage (t C)</source>
        <translation>储量变化 (t C)</translation>
    </message>
    <message>
        <source>Change of the climate</source>
        <translation>气候变化量</translation>
    </message>
    <message>
        <source>Change of the ecological index</source>
        <translation>生态指数变化</translation>
    </message>
    <message>
        <source>Change of value</source>
        <translation>价值变化</translation>
    </message>
    <message>
        <source>Change of vegetation cover</source>
        <translation>植被覆盖度变化</translation>
    </message>
    <message>
        <source>Channelised</source>
        <translation>渠化</translation>
    </message>
    <message>
        <source>Channelised share of the area (%)</source>
        <translation>渠化面积占比（%）</translation>
    </message>
    <message>
        <source>Chart and table of the zones as HTML.</source>
        <translation>分区的图和表（HTML）。</translation>
    </message>
    <message>
        <source>Cheapest paths over a resistance surface from points, lines or areas to the nearest or all ends.</source>
        <translation>从点、线或面出发，经阻力面到达最近终点或全部终点的最小成本路径。</translation>
    </message>
    <message>
        <source>Cheapest ways between {count} patches</source>
        <translation>计算 {count} 个斑块之间的最小成本路径</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Check both coordinate systems.</source>
        <translation>请检查两者的坐标系。</translation>
    </message>
    <message>
        <source>Check inputs</source>
        <translation>检查输入数据</translation>
    </message>
    <message>
        <source>Check its coordinate system.</source>
        <translation>请检查其坐标系。</translation>
    </message>
    <message>
        <source>Check of the judgements</source>
        <translation>判断检查</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>仅检查</translation>
    </message>
    <message>
        <source>Check report</source>
        <translation>检查报告</translation>
    </message>
    <message>
        <source>Check that all three are percent of the same fine earth.</source>
        <translation>请检查三者是否均为同一细土的质量百分比。</translation>
    </message>
    <message>
        <source>Check that this is the intended layer; it carries no weight in an index.</source>
        <translation>请确认图层选择无误；常数图层在综合指数中不起作用。</translation>
    </message>
    <message>
        <source>Check the path and the file.</source>
        <translation>请检查路径和文件。</translation>
    </message>
    <message>
        <source>Check the unit and scale factor, or set these cells to nodata.</source>
        <translation>请检查单位和比例系数，或将这些像元设为无效值。</translation>
    </message>
    <message>
        <source>Check where it comes from and convert it from GCJ-02 to WGS 84 or CGCS2000.</source>
        <translation>请核实数据来源，并将其由 GCJ-02 转换为 WGS 84 或 CGCS2000。</translation>
    </message>
    <message>
        <source>Checking {layer}</source>
        <translation>正在检查 {layer}</translation>
    </message>
    <message>
        <source>Checks a layer or table against the data standard and brings it into the shared store, versioned, all or nothing.</source>
        <translation>按数据标准检查图层或表，并以版本方式整体导入共享数据库。</translation>
    </message>
    <message>
        <source>Checks rasters, vector layers and tables against the data standard.</source>
        <translation>按数据标准检查栅格、矢量图层和表格。</translation>
    </message>
    <message>
        <source>Choose another layer or check its filter.</source>
        <translation>请选择其他图层或检查其过滤条件。</translation>
    </message>
    <message>
        <source>Choose another layer or check its nodata value.</source>
        <translation>请选择其他图层或检查其无效值设置。</translation>
    </message>
    <message>
        <source>Choose another table.</source>
        <translation>请选择其他表。</translation>
    </message>
    <message>
        <source>Choose at least one raster, vector layer or table to check.</source>
        <translation>请至少选择一个需要检查的栅格、矢量图层或表格。</translation>
    </message>
    <message>
        <source>Choose the field that is classified.</source>
        <translation>请选择要分级的字段。</translation>
    </message>
    <message>
        <source>Choose the fields of the dates.</source>
        <translation>请选择各时期的字段。</translation>
    </message>
    <message>
        <source>Choose the fields of the questions.</source>
        <translation>请选择问题字段。</translation>
    </message>
    <message>
        <source>Choose the fields of the table that are indicators.</source>
        <translation>请选择表中作为指标的字段。</translation>
    </message>
    <message>
        <source>Choose two or more fields of items.</source>
        <translation>请选择两个或更多项目字段。</translation>
    </message>
    <message>
        <source>Chooses indivisible projects and their phases under several budgets, with rules between projects.</source>
        <translation>在多项预算和项目间规则下选择不可分割的项目及其阶段。</translation>
    </message>
    <message>
        <source>Chooses restoration projects that can only be done whole: mixed-integer programming finds the set with the largest total benefit that the budgets allow, and proves how far it is from the best possible.

maximise sum of benefit x discount^phase, with every project started in one phase at most, the money of each fund and phase kept (or carried over into later phases), at most one project of an exclusive group, and a project that needs another no earlier than that one.

Budgets: phases separated by commas, funds by semicolons. "500,400,300" is one fund in three phases; "500,400;200,0" two funds in two phases. Every fund has its own cost field, in the same order.

A project without cost is refused: it would always be chosen. Required projects that cannot all be done are an error that says what is missing.

The search stops at the gap or the time you set; the result says whether it is proven best. It can be cancelled.

Source: solver HiGHS, Huangfu &amp; Hall 2018, doi:10.1007/s12532-017-0130-5.</source>
        <translation>选择只能整体实施的修复项目：混合整数规划在预算允许的范围内求出总效益最大的组合，并证明其与最优解的差距。

最大化 效益 x 折减^阶段 之和；每个项目最多在一个阶段启动，各资金各阶段不超支（或结转到以后阶段），互斥组中最多选一个项目，依赖其他项目的项目不早于其前置项目。

预算：阶段用逗号分隔，资金来源用分号分隔。“500,400,300”是一种资金三个阶段；“500,400;200,0”是两种资金两个阶段。每种资金按相同顺序有自己的费用字段。

费用为零的项目不被接受：它总会被选中。必选项目无法全部实施时给出错误，并说明缺少什么。

搜索在达到您设定的差距或时间时停止；结果说明是否已证明最优。可以取消。

来源：求解器 HiGHS，Huangfu &amp; Hall 2018, doi:10.1007/s12532-017-0130-5。</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Circuitscape's conflicts</source>
        <translation>按 Circuitscape 处理冲突</translation>
    </message>
    <message>
        <source>Circuitscape's file of pairs</source>
        <translation>Circuitscape 的成对文件</translation>
    </message>
    <message>
        <source>Cities and counties that carry most</source>
        <translation>承担金额最多的市县</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>City boundary</source>
        <translation>市级界线</translation>
    </message>
    <message>
        <source>City leads</source>
        <translation>市级主导</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Class 1 to k of every cell.</source>
        <translation>每个像元的级别，1 至 k。</translation>
    </message>
    <message>
        <source>Class codes for the end members per class and for the bare classes; for both dates.</source>
        <translation>用于按地类求端元和识别无植被地类的类别代码；两期共用。</translation>
    </message>
    <message>
        <source>Class codes in a projected system in metres; their rows stand in the sensitivity table.</source>
        <translation>类别编码，采用以米为单位的投影坐标系；各编码须在敏感度表中有对应的行。</translation>
    </message>
    <message>
        <source>Class codes of GuidosToolbox, 129 (nodata) where the input is missing.</source>
        <translation>GuidosToolbox 类别编码；输入缺失处为 129（无数据）。</translation>
    </message>
    <message>
        <source>Class codes of a later date or of a scenario on the same grid, for change and value.</source>
        <translation>较晚日期或情景的类别编码，须在同一格网上，用于变化和价值。</translation>
    </message>
    <message>
        <source>Class codes of the baseline; their rows stand in the table of carbon pools.</source>
        <translation>基期的类别编码；其行列于碳库表。</translation>
    </message>
    <message>
        <source>Class codes of the shipped tables: 1 cropland, 2 forest, 3 shrub, 4 grassland, 5 water, 6 snow and ice, 7 barren, 8 built-up, 9 wetland. All rasters share its grid.</source>
        <translation>采用随附表的类别编码：1 耕地、2 林地、3 灌木、4 草地、5 水体、6 冰雪、7 裸地、8 建设用地、9 湿地。所有栅格与其同格网。</translation>
    </message>
    <message>
        <source>Class codes with fractions, the first is {value}.</source>
        <translation>类别代码含小数，第一个为 {value}。</translation>
    </message>
    <message>
        <source>Class codes, such as land cover; whole numbers.</source>
        <translation>类别代码（如土地覆被），整数。</translation>
    </message>
    <message>
        <source>Class codes.</source>
        <translation>类别编码。</translation>
    </message>
    <message>
        <source>Class codes. Left empty, the first factor scored by class is taken.</source>
        <translation>类别代码。留空时取第一个按类别赋值的因子。</translation>
    </message>
    <message>
        <source>Class codes; each needs a row in the table of elasticity and intensity.</source>
        <translation>类别代码；每个代码须在弹性与强度表中有对应行。</translation>
    </message>
    <message>
        <source>Class codes; their rows stand in the biophysical table.</source>
        <translation>类别编码；对应生物物理表中的行。</translation>
    </message>
    <message>
        <source>Class codes; their rows stand in the class table.</source>
        <translation>类别编码；对应类别表中的行。</translation>
    </message>
    <message>
        <source>Class codes; their rows stand in the table of factors.</source>
        <translation>类别编码；其行列于因子表。</translation>
    </message>
    <message>
        <source>Class codes; their rows stand in the table of vegetation.</source>
        <translation>类别编码；其行列于植被表。</translation>
    </message>
    <message>
        <source>Class codes; their rows stand in the table of weights.</source>
        <translation>类别编码；对应权重表中的行。</translation>
    </message>
    <message>
        <source>Class limits</source>
        <translation>分级界限</translation>
    </message>
    <message>
        <source>Class of coordination</source>
        <translation>协调等级</translation>
    </message>
    <message>
        <source>Class of importance</source>
        <translation>重要性等级</translation>
    </message>
    <message>
        <source>Class of priority</source>
        <translation>优先级类别</translation>
    </message>
    <message>
        <source>Class of the road</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>Class of the supply-demand ratio</source>
        <translation>供需比等级</translation>
    </message>
    <message>
        <source>Class raster on the grid of the resistance. Corridors then get main_class, main_share and landcover_mix (share of every class). Empty: they do not.</source>
        <translation>与阻力栅格同网格的分类栅格。廊道将附加 main_class（主要类型）、main_share（其占比）和 landcover_mix（各类占比）字段。留空：不附加。</translation>
    </message>
    <message>
        <source>Class raster on the grid of the resistance. Patches then get main_class, main_share and landcover_mix (share of every class). Empty: they do not.</source>
        <translation>与阻力栅格同网格的分类栅格。斑块将附加 main_class（主要类型）、main_share（其占比）和 landcover_mix（各类占比）字段。留空：不附加。</translation>
    </message>
    <message>
        <source>Class rasters</source>
        <translation>分类栅格</translation>
    </message>
    <message>
        <source>Class table</source>
        <translation>类别表</translation>
    </message>
    <message>
        <source>Class tables</source>
        <translation>分类参数表</translation>
    </message>
    <message>
        <source>Class {code} has the unknown kind "{kind}" of vegetation; the kinds are {kinds}.</source>
        <translation>类别 {code} 的植被种类“{kind}”未知；种类有 {kinds}。</translation>
    </message>
    <message>
        <source>Class {code}: b is {value}; a constant factor must lie between 0 and 1.</source>
        <translation>类别 {code}：b 为 {value}；常数因子须在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>Class {code}: kc is {value}; it must be 0 or above.</source>
        <translation>类别 {code}：kc 为 {value}；不得小于 0。</translation>
    </message>
    <message>
        <source>Class {code}: lulc_veg is {value}; it must be 1 (vegetated) or 0.</source>
        <translation>类别 {code}：lulc_veg 为 {value}；应为 1（有植被）或 0。</translation>
    </message>
    <message>
        <source>Class {code}: root_depth is {value}; vegetated classes need a depth in mm above 0.</source>
        <translation>类别 {code}：root_depth 为 {value}；有植被的类别需要大于 0 的根系深度（毫米）。</translation>
    </message>
    <message>
        <source>Class {code}: {pool} is {value}; it must be a density of 0 t C/ha or more. Write 0 for a pool that is left out.</source>
        <translation>类别 {code}：{pool} 为 {value}；必须是 0 t C/ha 或以上的密度。略去的碳库写 0。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Classes (raster)</source>
        <translation>级别（栅格）</translation>
    </message>
    <message>
        <source>Classes (vector)</source>
        <translation>级别（矢量）</translation>
    </message>
    <message>
        <source>Classes 1 (slight) to 6 (severe).</source>
        <translation>1（微度）至 6（剧烈）级。</translation>
    </message>
    <message>
        <source>Classes locked at zero need at least two classes; {classes} was asked for.</source>
        <translation>零值锁定分级至少需要两级，而要求的级数为 {classes}。</translation>
    </message>
    <message>
        <source>Classes of a raster or a field by exact natural breaks, quantiles, equal or given limits.</source>
        <translation>按精确自然断点、分位数、等间距或给定界限对栅格或字段分级。</translation>
    </message>
    <message>
        <source>Classes of each value</source>
        <translation>每个变量的分级数</translation>
    </message>
    <message>
        <source>Classes of erosion</source>
        <translation>侵蚀分级表</translation>
    </message>
    <message>
        <source>Classes of flow</source>
        <translation>电流类别</translation>
    </message>
    <message>
        <source>Classes of importance by natural breaks; 3 for important, ordinary and minor links.</source>
        <translation>按自然断点法划分的重要性等级数；3 级对应重要、一般和次要连接。</translation>
    </message>
    <message>
        <source>Classes of resilience must be whole numbers from 1 (lowest) to {count}, as many as the rules have levels; {wrong} are not, the first is {value}.</source>
        <translation>韧性等级必须是 1（最低）至 {count} 的整数，与规则表的级数相同；有 {wrong} 个不是，首个为 {value}。</translation>
    </message>
    <message>
        <source>Classes with fewer cells get the end members of the whole scene.</source>
        <translation>像元数少于此值的地类采用整景端元。</translation>
    </message>
    <message>
        <source>Classes without any night light keep their resistance: {codes}.</source>
        <translation>完全没有夜间灯光的类别保持原阻力值：{codes}。</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Classifies a cell by the factors that are known there. Off, it is nodata where any factor is.</source>
        <translation>按像元已知的因子分级。关闭时，任一因子无数据的像元为无数据。</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>黏粒</translation>
    </message>
    <message>
        <source>Clearings inside a source up to this area become part of it; 0 fills none.</source>
        <translation>源地内部不大于此面积的空地并入源地；0 表示不填补。</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>气候</translation>
    </message>
    <message>
        <source>Climate at the end</source>
        <translation>终点气候</translation>
    </message>
    <message>
        <source>Climate at the start</source>
        <translation>起点气候</translation>
    </message>
    <message>
        <source>Climate corridors</source>
        <translation>气候廊道</translation>
    </message>
    <message>
        <source>Climate links</source>
        <translation>气候连接</translation>
    </message>
    <message>
        <source>Climate ratio of the link</source>
        <translation>连接的气候比值</translation>
    </message>
    <message>
        <source>Climate ratios</source>
        <translation>气候比值</translation>
    </message>
    <message>
        <source>Climate regulation</source>
        <translation>气候调节</translation>
    </message>
    <message>
        <source>Clip values beyond</source>
        <translation>截断超出的值</translation>
    </message>
    <message>
        <source>Close them by snapping the boundaries or with Eliminate selected polygons.</source>
        <translation>请通过边界捕捉或“消除选中的多边形”工具消除缝隙。</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>接近度</translation>
    </message>
    <message>
        <source>Closeness (0 to 1)</source>
        <translation>贴近度（0 到 1）</translation>
    </message>
    <message>
        <source>Closing faces</source>
        <translation>正在构建面</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Clusters need at least three units with data; there are {count}.</source>
        <translation>聚类分析至少需要三个有数据的单元；现有 {count} 个。</translation>
    </message>
    <message>
        <source>Code field</source>
        <translation>代码字段</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>代码表汇总</translation>
    </message>
    <message>
        <source>Code of the city; the first four digits of the unit code where the layer has none.</source>
        <translation>所属市的代码；图层没有时取单元代码前四位。</translation>
    </message>
    <message>
        <source>Code of the county or city of the member.</source>
        <translation>成员所属县或市的代码。</translation>
    </message>
    <message>
        <source>Code of the higher unit</source>
        <translation>上级单元编码</translation>
    </message>
    <message>
        <source>Code of the lead</source>
        <translation>主导方编码</translation>
    </message>
    <message>
        <source>Code of the unit.</source>
        <translation>单元代码。</translation>
    </message>
    <message>
        <source>Codes of built-up land, separated by commas.</source>
        <translation>建设用地的编码，用逗号分隔。</translation>
    </message>
    <message>
        <source>Codes of the members</source>
        <translation>成员编码</translation>
    </message>
    <message>
        <source>Codes of the table of measures; nodata is land without measures.</source>
        <translation>措施表的编码；无数据为无措施。</translation>
    </message>
    <message>
        <source>Codes that are foreground, separated by commas, such as 2,3,9 for forest, shrub and wetland; all other classes become background. Left empty, the raster is a pattern coded 0, 1, 2.</source>
        <translation>作为前景的类别编码，用逗号分隔，例如林地、灌木地和湿地为 2,3,9；其余类别均为背景。留空时，栅格应为编码 0、1、2 的格局。</translation>
    </message>
    <message>
        <source>Codes that are habitat, separated by commas. Default: forest, shrub and wetland of the CLCD classes. Not looked at where a minimum value is given.</source>
        <translation>属于生境的代码，用逗号分隔。默认为 CLCD 类别中的林地、灌木地和湿地。给出最小值时不使用。</translation>
    </message>
    <message>
        <source>Codes that are not six digits, the first is "{code}".</source>
        <translation>代码不是六位数字，第一个为“{code}”。</translation>
    </message>
    <message>
        <source>Codes that count as unknown, separated by commas, such as 0 for the background.</source>
        <translation>视为未知的代码，以逗号分隔，例如背景值 0。</translation>
    </message>
    <message>
        <source>Codes that no class raster has: {codes}.</source>
        <translation>分类栅格中不存在的代码：{codes}。</translation>
    </message>
    <message>
        <source>Codes that occur more than once: {codes}.</source>
        <translation>重复出现的代码：{codes}。</translation>
    </message>
    <message>
        <source>Codes to leave out</source>
        <translation>排除的代码</translation>
    </message>
    <message>
        <source>Codes to leave out must be whole numbers.</source>
        <translation>要排除的代码必须为整数。</translation>
    </message>
    <message>
        <source>Codes with more than one row: {codes}.</source>
        <translation>在表中出现多行的代码：{codes}。</translation>
    </message>
    <message>
        <source>Codes without vegetation, separated by commas, such as 5,6 for water and snow in CLCD: cover 0.</source>
        <translation>无植被的代码，以逗号分隔，例如 CLCD 中水体和冰雪的 5,6：覆盖度为 0。</translation>
    </message>
    <message>
        <source>Coefficients of the combination: {shares}.</source>
        <translation>组合系数：{shares}。</translation>
    </message>
    <message>
        <source>Coefficients of wetness</source>
        <translation>湿度系数</translation>
    </message>
    <message>
        <source>Collaboration</source>
        <translation>协同</translation>
    </message>
    <message>
        <source>Collaborative plan (collaborative_plan)</source>
        <translation>协同规划（collaborative_plan）</translation>
    </message>
    <message>
        <source>Collaborative restoration units</source>
        <translation>协同修复单元</translation>
    </message>
    <message>
        <source>Collaborative unit</source>
        <translation>协同单元</translation>
    </message>
    <message>
        <source>Collaborative units</source>
        <translation>协同修复单元</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Column of the target</source>
        <translation>目标的列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Columns code (or lucode), habitat (suitability 0 to 1) and one per threat, named like it, with the sensitivity 0 to 1. Empty: the shipped illustrative table for land cover codes 1 to 9.</source>
        <translation>列：code（或 lucode）、habitat（适宜性 0 到 1），以及每个威胁各一列、与威胁同名的敏感度（0 到 1）。留空则使用内置的土地覆被编码 1 到 9 的示例表。</translation>
    </message>
    <message>
        <source>Columns element (core, corridor, node), task, cost_wan_ha (10^4 CNY per ha), importance. Left empty, the shipped illustrative table is used.</source>
        <translation>列为 element（core、corridor、node）、task、cost_wan_ha（万元/公顷）、importance。留空时使用随附的示例表。</translation>
    </message>
    <message>
        <source>Columns factor and method, and where they matter from, to, score (1 to 5; for share from and to are % of the total), direction (- where low values matter; jenks, quantile, equal), group, weight, combine. Left empty, the shipped illustrative table is used.</source>
        <translation>列 factor 和 method，以及按需填写的 from、to、score（1 到 5；share 方法的 from 和 to 为占总量的百分比）、direction（低值重要时填 -，用于 jenks、quantile、equal）、group、weight、combine。留空则使用内置的示例表。</translation>
    </message>
    <message>
        <source>Columns factor and weight, as Weights by pairwise comparison writes them.</source>
        <translation>列为 factor 和 weight，即“层次分析法权重”输出的格式。</translation>
    </message>
    <message>
        <source>Columns factor, kind (class, range, function or value), from, to, score; for functions also function, score_to, shape. Left empty, the shipped illustrative table is used.</source>
        <translation>列为 factor、kind（class、range、function 或 value）、from、to、score；函数另需 function、score_to、shape。留空时使用随附的示例表。</translation>
    </message>
    <message>
        <source>Columns scope, lead_level, roles. Left empty, the shipped table is used.</source>
        <translation>列为 scope、lead_level、roles。留空时使用随附的表。</translation>
    </message>
    <message>
        <source>Columns threat, max_dist (metres), weight, decay (linear or exponential), as in InVEST. A column classes may hold land cover codes separated by semicolons, or the word roads; it makes the threat where no raster is given. Empty: the shipped illustrative table of cropland, builtup and road.</source>
        <translation>与 InVEST 相同的列：threat、max_dist（米）、weight、decay（linear 线性或 exponential 指数）。可选的 classes 列填写以分号分隔的土地覆被编码或 roads，在没有栅格时据此生成威胁。留空则使用内置的示例表（cropland、builtup、road）。</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Compares indicators with their targets:

fulfilment = value / target (target / value where less is better), at most 1.2; score = 100 sum of weight x fulfilment; grade: excellent from 90, good from 75, fair from 60, else poor.

A target of kind level is compared with the value; one of kind change with the change from the baseline in percent, such as soil loss 15 % lower (direction -); one of kind annual with the compound change per year, such as product value 10 % higher a year (direction +).

Missing values: the weights of the others are scaled up and the share of the weights that is known is reported; below 70 % the score is marked uncertain.

Obstacle degree = weight x (1 - fulfilment) / sum of the same: which indicators account for what is lacking.

Values come with their targets in one table, or from a table with indicator, value, baseline and years, as the monitoring indicators write it, which is joined to the targets by name (English or Chinese). factor brings a value to the unit of its target, 100 for a share against percent; it is not used where the column unit says that the value has that unit already. A field of units, such as zone, evaluates them one by one.

The shipped targets are an example to edit. Those the Hunan paper reports: erosion control 15 to 20 %, cover of core patches above 85 %, value of ecological products 10 % a year, safe drinking water above 98 %, satisfaction above 80 %. All other targets and all weights are proposals.

Source: targets Peng 2025, doi:10.61360/BoniGHSS252018890606; scoring is a proposal of EcoRestore.</source>
        <translation>将各指标与其目标比较：

完成度 = 实际值 / 目标值（越小越好的指标为目标值 / 实际值），最高 1.2；得分 = 100 × Σ 权重 × 完成度；等级：90 及以上为优秀，75 及以上为良好，60 及以上为一般，其余为较差。

level 类目标与实际值比较；change 类目标与相对基线的变化百分比比较，例如土壤流失量下降 15 %（方向 -）；annual 类目标与年均复合变化率比较，例如生态产品价值每年增长 10 %（方向 +）。

缺失值：其余指标的权重按比例放大，并给出有值指标的权重占比；低于 70 % 时得分标记为不确定。

障碍度 = 权重 × (1 - 完成度) / 同式之和：指出不足主要来自哪些指标。

数值可与目标放在同一张表中，也可来自含 indicator、value、baseline、years 的表（监测指标工具的输出即如此），按名称（中文或英文）与目标关联。factor 把数值换算到目标的单位：比例对百分数为 100；若 unit 列表明数值已是该单位，则不使用。选择单元字段（如 zone）可逐单元评价。

随附的目标表是可编辑的示例。其中湖南论文报告的有：水土流失治理率 15～20 %、核心斑块植被覆盖度 85 % 以上、生态产品价值每年增长 10 %、安全饮水达标率 98 % 以上、满意度 80 % 以上。其余目标和全部权重均为建议值。

来源：目标值 Peng 2025，doi:10.61360/BoniGHSS252018890606；评分方法为 EcoRestore 的建议。</translation>
    </message>
    <message>
        <source>Compares the units with each other and gives every unit one of four types: I high supply and high demand (HH), II low supply and high demand (LS-HD), III low supply and low demand (LL), IV high supply and low demand (HS-LD).

Every service is min-max normalised over the units, so that tonnes and cubic metres count alike; the weighted mean of the services is the supply index and the demand index. z = (index - mean) / standard deviation of the population (ddof 0). A z-score of 0 or more is high, below 0 low.

By default amounts are divided by the area of the unit, because units differ in size: with totals a large county has a high supply only because it is large. Choose totals where units are of one size, or where the amount itself decides.

Where a few cities have by far the largest demand, most units lie below the mean; a cap, or ranks instead of amounts (scaling), divides such units more evenly.

The types are relative: they change with the extent of the study area. axis_distance is the smaller of the two |z|; units nearer than the given distance to an axis are marked as ambiguous.

Source: Meng et al. 2023, Chinese Journal of Eco-Agriculture 31(9):1496-1510, doi:10.12357/cjea.20230010</source>
        <translation>将各单元相互比较，为每个单元确定四种类型之一：I 高供给-高需求（HH），II 低供给-高需求（LS-HD），III 低供给-低需求（LL），IV 高供给-低需求（HS-LD）。

各项服务先在单元间做极差标准化，使吨与立方米具有可比性；各服务的加权平均即供给指数和需求指数。z =（指数 - 均值）/ 总体标准差（ddof 为 0）。z 分数大于或等于 0 为高，小于 0 为低。

由于单元大小不一，默认将数量除以单元面积：若用总量，大县的供给高只是因为面积大。单元大小一致，或数量本身起决定作用时，可选总量。

少数城市的需求远大于其余单元时，大多数单元低于均值；设置上限，或以秩代替数量（标准化），可使划分更均匀。

类型是相对的，会随研究区范围而变化。axis_distance 为两个 |z| 中较小者；距坐标轴小于给定距离的单元标记为不确定。

来源：Meng et al. 2023，《中国生态农业学报》31(9):1496-1510，doi:10.12357/cjea.20230010</translation>
    </message>
    <message>
        <source>Compares two dates; give what there is, the rest is left out. The table can be given to the evaluation as it stands.

Rasters: every indicator is a pair in the same order, such as vegetation cover, habitat quality, habitat rarity, water conservation or service value. Cells are averaged; amounts per cell (tonnes, m3, money) are summed, depths in mm give m3, amounts per hectare are multiplied by the area of a cell. Only cells known at both dates count, so that a cloud is no change. Zones, such as core patches or counties, give the same numbers zone by zone; an indicator may count inside the zones only. Use the same end members of vegetation cover at both dates, or the change is an artefact.

Erosion control: rate = (loss before - loss after) / loss before in tonnes; and of the land that lost more than the tolerable loss, the share that has come below it and the share that lies in treated places.

Effect (BACI): what a measure did is not what happened after it. With treated and control places the effect is (treated after - before) - (control after - before), with confidence limits and the smallest effect that could be shown (power 80 %). The change of single control cells is the noise of the images and of the weather: a cell has to change by more than detectable_cell to stand out from it.

Controls should be like the treated places. With layers to match by (land cover, slope, rain) they are drawn: every class x quantile class gets as many controls as it has treated cells. The standardised difference of means after the match should be below 0.25. Neighbouring cells repeat each other: a spacing keeps the limits honest.

Connectivity: a larger gain of the equivalent connected area (ECA) than of area means that the new patches connect.

Species: as found, and expected in as many records as the smaller list has, since a longer list finds more.

Money: execution rate = spent / allocated; fulfilment = achieved / planned; efficiency = fulfilment / execution rate (1: the money reached what it was planned for); cost per unit achieved.

Statistics: a table of what has to be counted or asked: output of ecological industries, value of ecological products, safe drinking water, participation, awareness, leisure facilities. With totals a share with its Wilson limits is reported. Change per year = (after / before)^(1 / years) - 1.

Source: Stewart-Oaten, Murdoch &amp; Parker 1986, doi:10.2307/1939815 (BACI); Stuart 2010, doi:10.1214/09-STS313 (matching); Saura et al. 2011, doi:10.1016/j.ecolind.2010.06.011 (ECA); Hurlbert 1971, doi:10.2307/1934145 (species); indicators: Peng 2025, doi:10.61360/BoniGHSS252018890606</source>
        <translation>比较两期；有什么数据就给什么，其余略去。输出表可直接交给评价工具。

栅格：每个指标为一对次序相同的栅格，如植被覆盖度、生境质量、生境稀缺性、水源涵养或服务价值。像元取平均；按像元计的量（吨、立方米、金额）求和，毫米水深换算为立方米，每公顷的量乘以像元面积。只统计两期均已知的像元，云因此不会被当作变化。给出分区（如核心斑块或县）可逐区得到同样的数字；指标也可只统计分区之内。两期植被覆盖度须用相同端元，否则变化是假象。

水土流失治理：治理率 = (治理前流失量 - 治理后流失量) / 治理前流失量，按吨计；另给出原先超过容许流失量的土地中降到容许值以下的比例，以及位于处理区内的比例。

效应（BACI）：措施之后发生的变化不等于措施带来的变化。给出处理区和对照区时，效应 = (处理区后 - 前) - (对照区后 - 前)，并给出置信限和能够检出的最小效应（功效 80 %）。单个对照像元的变化即影像与天气的噪声：像元变化须超过 detectable_cell 才能与噪声区分。

对照应与处理区相似。给出匹配图层（土地覆被、坡度、降水）时自动抽取对照：每个类别 × 分位级抽取与处理像元同样多的对照像元。匹配后均值的标准化差异应小于 0.25。相邻像元彼此重复：设置间距可使置信限更可信。

连通性：等效连通面积（ECA）的增幅大于面积的增幅，说明新斑块起到了连通作用。

物种：给出实际发现的物种数，以及在与较短名录相同的记录数下的期望物种数，因为记录越多发现的物种越多。

资金：执行率 = 已支出 / 已拨付；完成度 = 已完成 / 计划；使用效率 = 完成度 / 执行率（1 表示资金达到计划效果）；以及单位成果成本。

统计：需要统计或调查的指标表：生态产业产值、生态产品价值、安全饮水、参与率、生态意识、休闲设施。给出总数时报告比例及其 Wilson 置信限。年均变化 = (后 / 前)^(1 / 年数) - 1。

来源：Stewart-Oaten, Murdoch &amp; Parker 1986，doi:10.2307/1939815（BACI）；Stuart 2010，doi:10.1214/09-STS313（匹配）；Saura et al. 2011，doi:10.1016/j.ecolind.2010.06.011（ECA）；Hurlbert 1971，doi:10.2307/1934145（物种）；指标：Peng 2025，doi:10.61360/BoniGHSS252018890606</translation>
    </message>
    <message>
        <source>Comparison of funding plans</source>
        <translation>资金方案比较</translation>
    </message>
    <message>
        <source>Comparison of plans</source>
        <translation>方案比较</translation>
    </message>
    <message>
        <source>Comparison {number}</source>
        <translation>比较方式 {number}</translation>
    </message>
    <message>
        <source>Compensation accounts</source>
        <translation>补偿账户图层</translation>
    </message>
    <message>
        <source>Compensation between {count} units</source>
        <translation>{count} 个单元之间的补偿</translation>
    </message>
    <message>
        <source>Compensation flows</source>
        <translation>补偿流量</translation>
    </message>
    <message>
        <source>Compensation paid by beneficiaries</source>
        <translation>受益方支付的补偿</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组分</translation>
    </message>
    <message>
        <source>Composite demand</source>
        <translation>综合需求</translation>
    </message>
    <message>
        <source>Composite demand of the units</source>
        <translation>单元的综合需求</translation>
    </message>
    <message>
        <source>Comprehensive ratio of every cell; nodata where a service is unknown.</source>
        <translation>每个像元的综合供需比；任一服务未知处为无数据。</translation>
    </message>
    <message>
        <source>Comprehensive supply-demand ratio</source>
        <translation>综合供需比</translation>
    </message>
    <message>
        <source>Comprehensive supply-demand ratio of the units</source>
        <translation>各单元综合供需比</translation>
    </message>
    <message>
        <source>Computes how easily rain and runoff detach soil (factor K).

epic (Williams): K = (0.2 + 0.3 exp(-0.0256 SAN (1 - SIL/100))) * (SIL / (CLA + SIL))^0.3 * (1 - 0.25 C / (C + exp(3.72 - 2.95 C))) * (1 - 0.7 SN / (SN + exp(-5.51 + 22.9 SN))), SN = 1 - SAN/100, with sand, silt, clay and organic carbon in %. This is in US units; SI = that times 0.1317.

epic_china (Zhang et al. 2008): SI = (-0.01383 + 0.51575 K) * 0.1317 as fitted to plots in China; below 0 becomes 0.

nomograph: SI = (2.1e-4 (12 - OM) M^1.14 + 3.25 (s - 2) + 2.5 (p - 3)) / 759, M = (silt + very fine sand)(100 - clay), for silt up to 70 %.

Units: t ha h/(ha MJ mm) (SI, about 0.01 to 0.07) or t acre h/(100 acre ft t in) (US). The other tools expect SI.

C is organic carbon; organic matter = carbon / 0.58.

Source: Williams 1990, doi:10.1098/rstb.1990.0184; Zhang et al. 2008, doi:10.1016/j.jaridenv.2007.11.018; Wischmeier et al. 1971, J. Soil Water Conserv. 26:189-193</source>
        <translation>计算降雨和径流分离土壤的难易程度（因子 K）。

epic (Williams)：K = (0.2 + 0.3 exp(-0.0256 SAN (1 - SIL/100))) * (SIL / (CLA + SIL))^0.3 * (1 - 0.25 C / (C + exp(3.72 - 2.95 C))) * (1 - 0.7 SN / (SN + exp(-5.51 + 22.9 SN)))，SN = 1 - SAN/100，砂粒、粉粒、黏粒和有机碳以 % 计。此为美制单位；SI = 该值乘以 0.1317。

epic_china（张科利等 2008）：SI = (-0.01383 + 0.51575 K) * 0.1317，据中国小区资料拟合；小于 0 取 0。

nomograph：SI = (2.1e-4 (12 - OM) M^1.14 + 3.25 (s - 2) + 2.5 (p - 3)) / 759，M = (粉粒 + 极细砂)(100 - 黏粒)，适用于粉粒不超过 70 %。

单位：t ha h/(ha MJ mm)（SI，约 0.01 至 0.07）或 t acre h/(100 acre ft t in)（US）。其他工具需要 SI。

C 为有机碳；有机质 = 碳 / 0.58。

来源：Williams 1990, doi:10.1098/rstb.1990.0184; Zhang et al. 2008, doi:10.1016/j.jaridenv.2007.11.018; Wischmeier et al. 1971, J. Soil Water Conserv. 26:189-193</translation>
    </message>
    <message>
        <source>Computes how much more soil a slope loses because of its length (L) and steepness (S) than the unit plot of 22.13 m and 9 percent.

L of a cell = (lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m), li and lo being the horizontal flow lengths at which water enters and leaves the cell. contributing_area: the area above the cell, and with the cell, over the contour length that the flow crosses (Desmet &amp; Govers). flow_length: the longest way from a divide. Lengths end at the limit.

CSLE (Liu): m is 0.2 up to 1, 0.3 up to 3, 0.4 up to 5 and 0.5 above 5 degrees; S is 10.8 sin + 0.03 below 5 degrees, 16.8 sin - 0.5 from 5 and 21.9 sin - 0.96 from 10 degrees, with the jump at 10 degrees that the equations have. RUSLE (McCool): m = beta / (1 + beta), beta = (sin / 0.0896) / (3 sin^0.8 + 0.56); S as above with one breakpoint at 9 PERCENT (5.14 degrees) and no third piece. Slope by Horn, on the elevation model as it is.

Routing: pits are filled by priority flood (Barnes et al. 2014) from the edge of the raster and from cells beside nodata, and every cell drains to its steepest lower neighbour (D8); across flats and filled pits it follows the flood back to the outlet. This is a routine of EcoRestore itself: it needs no SAGA, GRASS or TauDEM, which not every QGIS has, gives the same flow everywhere, accepts non-square cells, and is tested against plain loops. A million cells take a second or two; on large rasters workers with numba are several times as fast, with the same result. The routing holds the whole raster, about 24 bytes per cell with numba (5.6 GB for 235 million cells) and 180 without; the rest is worked in strips.

Water from beyond the edge is not seen: give a whole catchment. Cells as large as the limit count as whole slopes.

Source: Foster &amp; Wischmeier 1974; Desmet &amp; Govers 1996, J. Soil Water Conserv. 51(5):427-433; Liu et al. 1994, doi:10.13031/2013.28273; Liu et al. 2000, doi:10.2136/sssaj2000.6451759x; McCool et al. 1987, doi:10.13031/2013.30576, 1989, doi:10.13031/2013.31192; Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024</source>
        <translation>计算坡面因坡长 (L) 和坡度 (S) 比 22.13 m、百分之 9 的单位小区多流失多少土壤。

像元的 L = (lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m)，li 和 lo 为水流进入和离开像元处的水平流长。contributing_area：像元以上（及含像元）的面积除以水流穿过的等高线长度（Desmet &amp; Govers）。flow_length：离分水岭最长的路径。长度止于上限。

CSLE（刘宝元）：m 在 1 度以内 0.2，3 度以内 0.3，5 度以内 0.4，5 度以上 0.5；S 在 5 度以下 10.8 sin + 0.03，5 度起 16.8 sin - 0.5，10 度起 21.9 sin - 0.96，在 10 度处有方程本身的跳跃。RUSLE (McCool)：m = beta / (1 + beta)，beta = (sin / 0.0896) / (3 sin^0.8 + 0.56)；S 同上，但只有百分之 9（5.14 度）一个分段点，没有第三段。坡度按 Horn，取原始高程模型。

汇流：从栅格边缘和无数据旁的像元起以优先洪水法填洼（Barnes et al. 2014），每个像元流向最陡的较低邻元 (D8)；在平地和填平的洼地上沿洪水来路回到出口。这是 EcoRestore 自己的例程：不需要并非每个 QGIS 都有的 SAGA、GRASS 或 TauDEM，各处结果相同，接受非正方形像元，并与直白的循环对照测试。一百万个像元约需一至两秒；栅格较大时，装有 numba 的工作进程要快数倍，结果相同。汇流计算需要在内存中保存整个栅格：有 numba 时每像元约 24 字节（2.35 亿像元为 5.6 GB），没有时约 180 字节；其余部分分条带计算。

看不到边缘以外来的水：请给出完整流域。与上限一样大的像元按整坡计。

来源：Foster &amp; Wischmeier 1974; Desmet &amp; Govers 1996, J. Soil Water Conserv. 51(5):427-433; Liu et al. 1994, doi:10.13031/2013.28273; Liu et al. 2000, doi:10.2136/sssaj2000.6451759x; McCool et al. 1987, doi:10.13031/2013.30576, 1989, doi:10.13031/2013.31192; Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024</translation>
    </message>
    <message>
        <source>Computes how much of the yearly precipitation runs off or seeps away rather than evaporates. Results per cell equal those of InVEST Annual Water Yield; read them per watershed or county, not cell by cell.

PET = kc * ET0; phi = PET / P; AWC = min(root depth, soil depth) * PAWC; omega = min(5, Z * AWC / P + 1.25).

Vegetated land: AET / P = min(phi, 1 + phi - (1 + phi^omega)^(1/omega)). Other land: AET = min(PET, P). Yield = P - AET in mm; volume in m3 = yield * cell area / 1000.

Without a raster of ET0 it is computed by the modified Hargreaves equation from twelve months: 0.0013 * 0.408 RA * (T + 17) * (TD - 0.0123 P)^0.76 mm per day, with the radiation RA of the latitude. Without a raster of PAWC it is computed from texture: PAWC % = 54.509 - 0.132 sand - 0.003 sand^2 - 0.055 silt - 0.006 silt^2 - 0.738 clay + 0.007 clay^2 - 2.688 OM + 0.501 OM^2.

Realised supply = yield - consumption, in m3. (InVEST subtracts m3 per cell from mm in its field rsupply_mn; only its volumes compare with ours.)

Per unit: water_supply (m3/yr), water_mm (mean depth), precipitation_mm, and with consumption water_consumption and water_realised (m3/yr). Cells where any layer is nodata, or precipitation is 0, become nodata.

Source: Zhang et al. 2004, doi:10.1029/2003WR002710; Donohue et al. 2012, doi:10.1016/j.jhydrol.2012.02.033; Droogers &amp; Allen 2002, doi:10.1023/A:1015508322413; Zhou et al. 2005, J. Geogr. Sci. 15(1):3-12; InVEST 3.20 user guide</source>
        <translation>计算年降水中形成径流或下渗而未蒸散的部分。逐像元结果与 InVEST 年产水量模型一致；请按流域或县解读，不要逐像元解读。

PET = kc * ET0; phi = PET / P; AWC = min(根深, 土壤深度) * PAWC; omega = min(5, Z * AWC / P + 1.25)。

有植被：AET / P = min(phi, 1 + phi - (1 + phi^omega)^(1/omega))。其他：AET = min(PET, P)。产水 = P - AET，单位 mm；体积 m3 = 产水 * 像元面积 / 1000。

没有 ET0 栅格时，用修正的 Hargreaves 公式由十二个月计算：0.0013 * 0.408 RA * (T + 17) * (TD - 0.0123 P)^0.76 mm/日，RA 为该纬度的辐射。没有 PAWC 栅格时由质地计算：PAWC % = 54.509 - 0.132 sand - 0.003 sand^2 - 0.055 silt - 0.006 silt^2 - 0.738 clay + 0.007 clay^2 - 2.688 OM + 0.501 OM^2。

实际供给 = 产水 - 消耗，单位 m3。（InVEST 在字段 rsupply_mn 中从 mm 减去每像元 m3；只有其体积可与本工具比较。）

各单元：water_supply (m3/yr)、water_mm（平均深度）、precipitation_mm，有消耗时还有 water_consumption 和 water_realised (m3/yr)。任一图层为无数据或降水为 0 的像元为无数据。

来源：Zhang et al. 2004, doi:10.1029/2003WR002710; Donohue et al. 2012, doi:10.1016/j.jhydrol.2012.02.033; Droogers &amp; Allen 2002, doi:10.1023/A:1015508322413; 周文佐等 2005, J. Geogr. Sci. 15(1):3-12; InVEST 3.20 用户指南</translation>
    </message>
    <message>
        <source>Computes how well each cell can serve as habitat, from the suitability of its land cover and from the threats around it. Results with the method nearest equal those of InVEST Habitat Quality 3.13 and later.

Degradation D = sum over threats of (w / sum of w) x influence x access x sensitivity of the land cover to the threat. Influence falls with the distance d: linear 1 - d / dmax, exponential exp(-2.99 d / dmax), 0 beyond dmax (metres). Quality Q = H x (1 - D^z / (D^z + k^z)) with z = 2.5; H is the habitat suitability of the land cover, 0 where it is no habitat.

nearest: d is the distance to the nearest cell with the threat, and its intensity does not count. This is what the code of InVEST does; the equation of its guide, a sum over all threat cells, is not. kernel: the influence is the mean intensity of the surroundings weighted by the decay, so that a city counts more than a house. Its degradation is far lower, and k must be lowered with it.

k, the half saturation, is the degradation at which quality is halved. Half of the largest degradation is the usual choice; keep one k for all scenarios that are compared, and the same cell size.

Threats beyond the edge of the rasters are unknown: let the rasters reach the largest dmax beyond the study area. Without threat rasters, threats come from the land cover classes and the roads that the threat table names.

Rarity compares with a baseline land cover: 1 - N / (N of the baseline + N) per class, 0 for classes it lacks.

All results are 0 to 1. Source: Sharp et al. 2016, InVEST User Guide; Terrado et al. 2016, doi:10.1016/j.scitotenv.2015.03.064</source>
        <translation>由土地覆被的生境适宜性和周围的威胁因子，计算每个像元作为生境的质量。选择 nearest 方法时，结果与 InVEST 生境质量模型 3.13 及之后版本一致。

退化程度 D = 各威胁的（w / w 之和）x 影响 x 可达性 x 土地覆被对该威胁的敏感度，再求和。影响随距离 d 衰减：线性 1 - d / dmax，指数 exp(-2.99 d / dmax)，超过 dmax（米）为 0。生境质量 Q = H x (1 - D^z / (D^z + k^z))，z = 2.5；H 为土地覆被的生境适宜性，非生境为 0。

nearest：d 为到最近威胁像元的距离，不考虑威胁强度。InVEST 的程序即如此计算；其用户指南中对所有威胁像元求和的公式与程序不符。kernel：影响为周围威胁强度按距离衰减加权的平均值，因此城市的影响大于一座房屋。其退化程度低得多，k 也须相应减小。

k 为半饱和常数，即生境质量减半时的退化程度，通常取最大退化程度的一半；相互比较的情景须使用同一个 k 和相同的像元大小。

栅格边界以外的威胁是未知的：栅格范围应向研究区外扩展最大的 dmax。没有威胁栅格时，威胁来自威胁表所指定的土地覆被类别和道路。

稀有性与基准土地覆被相比：每个类别 1 - N /（基准的 N + N），基准中没有的类别为 0。

所有结果取值 0 到 1。来源：Sharp et al. 2016, InVEST User Guide; Terrado et al. 2016, doi:10.1016/j.scitotenv.2015.03.064</translation>
    </message>
    <message>
        <source>Computes soil erosion by water, and the soil that vegetation, terraces and tillage keep in place.

CSLE: actual erosion A = R * K * L * S * B * E * T in t/ha/yr (1 t/ha is 100 t/km2). Soil conservation = R * K * L * S * (1 - B * E * T), times the cell area: t/yr per cell. RUSLE: A = R * K * L * S * C * P in the same way.

Every factor is computed or taken from a raster; each has a tool of its own. R, rainfall erosivity (MJ mm/ha/h/yr): 0.0534 * P^1.6548 from annual precipitation. K, erodibility (t ha h/ha/MJ/mm): EPIC from texture and organic carbon. Give US units only with the choice US: R is then multiplied by 17.02 and K by 0.1317.

L, slope length: ((lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m)) with the flow lengths li and lo at which water enters and leaves the cell on the pit-filled DEM (D8); m is 0.2 up to 1, 0.3 up to 3, 0.4 up to 5 and 0.5 above 5 degrees; lengths end at the limit. Cells as large as the limit count as whole slopes of that length. S, steepness (Horn slope): 10.8 sin + 0.03 below 5, 16.8 sin - 0.5 from 5, 21.9 sin - 0.96 from 10 degrees. RUSLE takes m = beta / (1 + beta) and the breakpoint of 9 percent (5.14 degrees) without a third piece.

B, E, T by land cover: on cropland B is 1 and T comes from the table or from slope; elsewhere T is 1 and B comes from vegetation cover (1 without cover, 0.6508 - 0.3436 lg(cover %), 0 above 78.3 %) or is a constant. E comes from the class table or from a raster of measures. Cover = (NDVI - soil) / (full - soil), 0 to 1.

Intensity classes by SL 190-2007: slight up to the tolerable erosion of the region, then up to 2500, 5000, 8000, 15000 t/km2/yr and above. Coarse DEMs flatten slopes: at 500 m results compare places, they are no amounts for a design.

Large rasters are worked in strips; only the way of the water needs the whole elevation model, about 24 bytes per cell with numba (5.6 GB for 235 million cells) and 180 without.

Source: Liu, Zhang &amp; Xie 2002 (CSLE); Zhang &amp; Fu 2003 (R); Williams 1990, doi:10.1098/rstb.1990.0184 (K); Desmet &amp; Govers 1996 (L); Liu et al. 1994, doi:10.13031/2013.28273 (S); Cai et al. 2000 (B)</source>
        <translation>计算水力土壤侵蚀，以及植被、梯田和耕作措施保持的土壤。

CSLE：实际侵蚀 A = R * K * L * S * B * E * T，单位 t/ha/yr（1 t/ha 为 100 t/km2）。土壤保持 = R * K * L * S * (1 - B * E * T)，乘以像元面积：每像元 t/yr。RUSLE：同样 A = R * K * L * S * C * P。

每个因子都可计算或取自栅格，并各有单独的工具。R，降雨侵蚀力（MJ mm/ha/h/yr）：由年降水 0.0534 * P^1.6548。K，可蚀性（t ha h/ha/MJ/mm）：由质地和有机碳按 EPIC。美制单位须选择 US：R 乘以 17.02，K 乘以 0.1317。

L，坡长：((lo^(m+1) - li^(m+1)) / ((lo - li) * 22.13^m))，li 和 lo 为填洼 DEM 上（D8）水流进入和离开像元处的流长；m 在 1 度以内 0.2，3 度以内 0.3，5 度以内 0.4，5 度以上 0.5；长度止于上限。与上限一样大的像元按该长度的整坡计。S，坡度（Horn）：5 度以下 10.8 sin + 0.03，5 度起 16.8 sin - 0.5，10 度起 21.9 sin - 0.96。RUSLE 取 m = beta / (1 + beta)，分段点为百分之 9（5.14 度），没有第三段。

B、E、T 按土地覆被：耕地 B 为 1，T 取自表或坡度；其他地类 T 为 1，B 由植被覆盖度计算（无覆盖 1，0.6508 - 0.3436 lg(覆盖度 %)，高于 78.3 % 为 0）或为常数。E 取自类别表或措施栅格。覆盖度 = (NDVI - 裸土) / (全覆盖 - 裸土)，0 至 1。

强度分级按 SL 190-2007：微度不超过该区容许流失量，其后上限为 2500、5000、8000、15000 t/km2/yr 及以上。粗 DEM 使坡度变缓：500 m 的结果用于地区间比较，不能作设计数量。

大型栅格分条带计算；只有汇流需要整个高程模型：有 numba 时每像元约 24 字节（2.35 亿像元为 5.6 GB），没有时约 180 字节。

来源：Liu, Zhang &amp; Xie 2002 (CSLE)；章文波、付金生 2003 (R)；Williams 1990, doi:10.1098/rstb.1990.0184 (K)；Desmet &amp; Govers 1996 (L)；Liu et al. 1994, doi:10.13031/2013.28273 (S)；蔡崇法等 2000 (B)</translation>
    </message>
    <message>
        <source>Computes the carbon that the land takes up in a year. It is an annual flow and may be compared with annual emissions; carbon storage is a stock and may not, so that a raster of stored carbon is refused as NPP.

npp: what vegetation fixes. From NPP in carbon: C = NPP * cell area. From NPP in dry matter: C = 1.63 * 12/44 * NPP * cell area, because 1 g of dry matter fixes 1.63 g of CO2, of which 12/44 is carbon. NPP in carbon, such as MOD17, is not multiplied by 1.63.

nep: what stays in the land, NEP = NPP - Rh. The respiration of soil organisms Rh is given, or computed from twelve months: 0.22 * (exp(0.0912 T) + ln(0.3145 P + 1)) * 30 * 0.465 g C/m2. Cells below 0 give off carbon.

storage_difference: (last storage - first storage) / years, with storages in t C/ha as Carbon storage writes them.

Unit of the result: tonnes of carbon per year and cell. NPP above 10 kg C/m2/yr is refused: it comes from a wrong unit, a missing scale factor or fill values.

Source: photosynthesis equation; MOD17 user guide (scale 0.0001 kg C/m2); Pei 2009 (respiration)</source>
        <translation>计算土地一年吸收的碳。它是年流量，可与年排放量比较；碳储量是存量，不可比较，因此拒绝把碳储量栅格当作 NPP。

npp：植被固定的碳。NPP 以碳计：C = NPP * 像元面积。NPP 以干物质计：C = 1.63 * 12/44 * NPP * 像元面积，因为 1 g 干物质固定 1.63 g CO2，其中 12/44 是碳。以碳计的 NPP（如 MOD17）不乘 1.63。

nep：留在土地中的碳，NEP = NPP - Rh。土壤异养呼吸 Rh 直接给出，或由十二个月计算：0.22 * (exp(0.0912 T) + ln(0.3145 P + 1)) * 30 * 0.465 g C/m2。小于 0 的像元释放碳。

storage_difference：（末期储量 - 初期储量）/ 年数，储量单位 t C/ha，即“碳储量”写出的单位。

结果单位：每年每像元的碳吨数。高于 10 kg C/m2/yr 的 NPP 被拒绝：多因单位错误、缺少比例因子或填充值。

来源：光合作用方程；MOD17 用户指南（比例 0.0001 kg C/m2）；裴 2009（呼吸）</translation>
    </message>
    <message>
        <source>Computes the minimum cumulative resistance (MCR): for every cell, the cost of the cheapest way from the nearest source over the resistance surface. Low values are within easy reach of the sources; the surface is the basis of security levels and shows where species can spread.

Cost of a step = mean resistance of the two cells x distance of their centres in metres; diagonal steps are longer. Cumulative cost = smallest sum of steps from any source; 0 inside sources. The unit is resistance x metres. Cells without resistance cannot be crossed.

Optional outputs: the allocation (which source is the nearest) and the back link (direction of the next cell on the way to it). A cell equally near to several sources belongs to the one that comes first in the order of ids; among equally good neighbours the first in reading order is taken, so that results repeat exactly.

Rasters larger than memory are worked tile by tile in temporary files, with the same result.

Source: Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</source>
        <translation>计算最小累积阻力（MCR）：对每个像元，求从最近生态源地经阻力面到达该处的最小成本。低值区易于从源地到达；该面是划分安全等级的基础，反映物种可能的扩散范围。

每一步的成本 = 两个像元阻力的平均值 x 像元中心距离（米），对角移动的距离更长。累积成本 = 自任一源地出发的各步成本之和的最小值，源地内部为 0。单位为阻力 x 米。没有阻力值的像元不可通行。

可选输出：分配（最近的源地）和回溯方向（通往源地的下一像元的方向）。到多个源地成本相等的像元，归于编号次序在前的源地；成本相等的邻元中取按行列阅读顺序的第一个，因此结果可完全重复。

大于内存的栅格在临时文件中逐块计算，结果相同。

来源：Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</translation>
    </message>
    <message>
        <source>Computes the power of rain to erode soil (factor R) in MJ mm/(ha h yr).

annual (Zhang &amp; Fu 2003): 0.0534 P^1.6548 with the annual rain P in mm.

monthly (Zhang &amp; Fu 2003): 0.3589 F^1.9462, F = sum of squared monthly rain / annual rain.

wischmeier: sum over the months of 1.735 * 10^(1.5 lg(p^2 / P) - 0.8188), which is in hundreds of ft t in/(acre h yr), times 17.02. Leaving out the 17.02 is a frequent published error.

half_month (Zhang, Xie &amp; Liu 2002): a * sum(Pd^b) over days with at least 12 mm; b = 0.8363 + 18.144 / Pd12 + 24.455 / Py12, a = 21.586 b^-7.1891, with the mean rain Pd12 of such days and their mean annual total Py12.

daily (Xie et al. 2016): 0.2686 (1 + 0.5412 cos(pi j / 6 - 7 pi / 6)) Pd^1.7265 over days with at least 9.7 mm, j the month.

census (national census of water): 0.3937 (May to September) or 0.3101 (other months) times sum(Pd^1.7265) over days with at least 9.7 mm.

Daily rain wants several years, 20 and more for a mean; the sums are divided by the years. Results of different equations differ: compare areas and dates by one of them.

Source: Zhang &amp; Fu 2003, Resources Science 25(1):35-41; Zhang, Xie &amp; Liu 2002, Scientia Geographica Sinica 22(6):705-711; Xie et al. 2016, doi:10.1016/j.jhydrol.2016.02.020; Wischmeier &amp; Smith 1978, USDA Handbook 537</source>
        <translation>计算降雨侵蚀土壤的能力（因子 R），单位 MJ mm/(ha h yr)。

annual（章文波、付金生 2003）：0.0534 P^1.6548，P 为年降水 mm。

monthly（章文波、付金生 2003）：0.3589 F^1.9462，F = 月降水平方和 / 年降水。

wischmeier：各月 1.735 * 10^(1.5 lg(p^2 / P) - 0.8188) 之和，单位百 ft t in/(acre h yr)，乘以 17.02。漏乘 17.02 是常见的发表错误。

half_month（章文波、谢云、刘宝元 2002）：对不少于 12 mm 的日求 a * sum(Pd^b)；b = 0.8363 + 18.144 / Pd12 + 24.455 / Py12，a = 21.586 b^-7.1891，Pd12 为这些日的平均雨量，Py12 为其年均总量。

daily（谢云等 2016）：对不少于 9.7 mm 的日求 0.2686 (1 + 0.5412 cos(pi j / 6 - 7 pi / 6)) Pd^1.7265，j 为月份。

census（全国水利普查）：0.3937（5 至 9 月）或 0.3101（其他月份）乘以不少于 9.7 mm 的日的 sum(Pd^1.7265)。

日降雨需要多年资料，求均值以 20 年以上为宜；总和除以年数。不同方程结果不同：比较地区和日期时用同一个。

来源：章文波、付金生 2003，资源科学 25(1):35-41；章文波、谢云、刘宝元 2002，地理科学 22(6):705-711；Xie et al. 2016, doi:10.1016/j.jhydrol.2016.02.020; Wischmeier &amp; Smith 1978, USDA Handbook 537</translation>
    </message>
    <message>
        <source>Computes which part of the annual water yield the land holds back and gives off slowly.

retention: conservation = yield * min(1, 249 / V) * min(1, 0.9 TI / 3) * min(1, Ksat / 300). V is the velocity coefficient of the land cover: the faster water runs off, the higher. TI = lg(drainage area / (soil depth * slope)) is the topographic index, with the area in cells of the whole catchment, the depth in mm and the slope in percent; on level ground the term is 1, and where TI is below 0 it is 0. Ksat is the saturated conductivity of the soil in mm per day, given or from texture: 609.6 * 10^(-0.6 + 0.0126 sand - 0.0064 clay).

The drainage area is the number of cells of the catchment that the cell belongs to (all that leave the elevation model through one outlet), as users of the formula count it: results depend on the size of the cells, and catchments have to be whole; compare dates on one grid. cells counts what drains through the cell itself, m2 is that as an area: upper slopes then hold back next to nothing, since the limits were not made for that.

quick_flow: conservation = yield - quick flow. Quick flow is given in mm, or is precipitation times the column runoff of the class table. Cells that lose more at once than they yield are below 0.

The yield is in mm per year, as Water yield writes it as its depth. The result is what Monitoring indicators take as water conservation.

The velocity coefficients and shares of runoff shipped with the plugin are illustrative: those usually quoted, not checked against an original source. Edit them.

Source: Cosby et al. 1984, doi:10.1029/WR020i006p00682 (Ksat); the retention formula as used by studies with InVEST in China</source>
        <translation>计算年产水量中被土地涵养并缓慢释放的部分。

retention：涵养量 = 产水量 * min(1, 249 / V) * min(1, 0.9 TI / 3) * min(1, Ksat / 300)。V 为土地覆盖的流速系数：水流越快，系数越大。TI = lg(汇水面积 / (土壤深度 * 坡度)) 为地形指数，面积以整个集水区的像元数计，深度以毫米计，坡度以百分比计；平地上该项为 1，TI 小于 0 处该项为 0。Ksat 为土壤饱和导水率（毫米/天），可直接给出，或由质地计算：609.6 * 10^(-0.6 + 0.0126 砂粒 - 0.0064 黏粒)。

汇水面积为该像元所属集水区的像元数（从同一出口流出高程模型的所有像元），与该公式的通常用法一致：结果取决于像元大小，集水区必须完整；请在同一格网上比较不同日期。cells 计流经该像元本身的像元数，m2 为其面积：此时上坡几乎不涵养水源，因为公式的阈值并非为此制定。

quick_flow：涵养量 = 产水量 - 快速径流。快速径流以毫米给出，或为降水量乘以类别表的 runoff 列。快速径流大于产水量的像元小于 0。

产水量以毫米/年计，即“产水量”写出的深度。结果可作为“监测指标”的水源涵养。

插件随附的流速系数和径流系数是示例：它们是通常引用的数值，未与原始文献核对。请自行编辑。

来源：Cosby 等 1984, doi:10.1029/WR020i006p00682（Ksat）；涵养公式为国内与 InVEST 结合使用的形式</translation>
    </message>
    <message>
        <source>Computes which share of the soil loss of bare land remains under vegetation (factor B of the CSLE, C of the RUSLE), 0 to 1.

cai: 1 without cover, 0.6508 - 0.3436 lg(c) for a cover c in %, 0 above 78.3 %, for all vegetation.

monitoring: shrub 1 / (1.17647 + 0.86242 * 1.05905^c), grass 1 / (1.25 + 0.78845 * 1.05968^c), woodland and orchards 0.44468 exp(-3.20096 GD) - 0.04099 exp(FVC - FVC GD) + 0.025 with the cover GD of the understorey (0 to 1).

On cropland B is 1: its protection is the tillage factor T. Other classes have constants in the table.

Over a year: B = sum of the soil loss ratio of each half month * its share of rainfall erosivity. Give 24 layers of cover and the shares, or the 24 bands that Rainfall erosivity writes. Without them one cover stands for the year, best that of the rainy season.

Cover is given, or comes from NDVI: (NDVI - soil) / (full - soil), limited to 0 and 1.

Source: Cai et al. 2000, J. Soil Water Conserv. 14(2):19-24; national guide of soil erosion monitoring (trial, 2018), constants as quoted in the literature</source>
        <translation>计算植被下的土壤流失占裸地流失的份额（CSLE 的因子 B，RUSLE 的 C），0 至 1。

cai：无覆盖 1，覆盖度 c（%）时 0.6508 - 0.3436 lg(c)，高于 78.3 % 为 0，适用于所有植被。

monitoring：灌木 1 / (1.17647 + 0.86242 * 1.05905^c)，草地 1 / (1.25 + 0.78845 * 1.05968^c)，林地和果园 0.44468 exp(-3.20096 GD) - 0.04099 exp(FVC - FVC GD) + 0.025，GD 为林下盖度（0 至 1）。

耕地 B 为 1：其保护作用在耕作因子 T 中。其他类在表中为常数。

全年：B = 各半月土壤流失比率 * 其降雨侵蚀力份额之和。请给出 24 个覆盖度图层和份额，或“降雨侵蚀力”写出的 24 个波段。没有时用一个覆盖度代表全年，最好是雨季的。

覆盖度直接给出，或由 NDVI 得到：(NDVI - 裸土) / (全覆盖 - 裸土)，限于 0 至 1。

来源：蔡崇法等 2000，水土保持学报 14(2):19-24；全国水土流失动态监测技术指南（试行，2018），常数据文献引用</translation>
    </message>
    <message>
        <source>Condition {number}</source>
        <translation>条件 {number}</translation>
    </message>
    <message>
        <source>Condition {number} in the future</source>
        <translation>未来的条件 {number}</translation>
    </message>
    <message>
        <source>Conditional permutations of {count} units</source>
        <translation>{count} 个单元的条件置换</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Connected habitat above a minimum area as ecological source patches.</source>
        <translation>将达到最小面积的连通生境提取为生态源地斑块。</translation>
    </message>
    <message>
        <source>Connected pieces of the security pattern that cross administrative boundaries. One county leads inside itself, the city where its counties share a unit, the province where cities share it.</source>
        <translation>生态安全格局中跨越行政边界的连通片区。县域内由县级主导，市内跨县由市级主导，跨市由省级主导。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connectivity indices</source>
        <translation>连通性指数</translation>
    </message>
    <message>
        <source>Consistency ratio</source>
        <translation>一致性比率</translation>
    </message>
    <message>
        <source>Consistency ratio of the judgements (empty without AHP)</source>
        <translation>判断的一致性比率（不用 AHP 时为空）</translation>
    </message>
    <message>
        <source>Consistency ratio of the judgements: {ratio}</source>
        <translation>判断的一致性比率：{ratio}</translation>
    </message>
    <message>
        <source>Consistency ratio of the judgements: {ratio} (acceptable below 0.1).</source>
        <translation>判断矩阵的一致性比率：{ratio}（小于 0.1 可接受）。</translation>
    </message>
    <message>
        <source>Consumption of the unit</source>
        <translation>单元消费量</translation>
    </message>
    <message>
        <source>Consumption per person (kg/yr)</source>
        <translation>人均消费量（千克/年）</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Contributing area</source>
        <translation>汇水面积</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献度</translation>
    </message>
    <message>
        <source>Contribution (%)</source>
        <translation>贡献（%）</translation>
    </message>
    <message>
        <source>Contribution to the mean index</source>
        <translation>对平均指数的贡献</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Control places</source>
        <translation>对照地</translation>
    </message>
    <message>
        <source>Controls per treated cell</source>
        <translation>每个处理像元的对照数</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>坐标参考系</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Coordinate system: {crs}</source>
        <translation>坐标系：{crs}</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>协调状况</translation>
    </message>
    <message>
        <source>Coordination (Chinese)</source>
        <translation>协调状况（中文）</translation>
    </message>
    <message>
        <source>Coordination compares places with each other and needs at least two that know supply and demand; there are {count}.</source>
        <translation>协调度是各地点之间的比较，至少需要两个供给和需求均已知的地点；现有 {count} 个。</translation>
    </message>
    <message>
        <source>Coordination degree</source>
        <translation>协调度</translation>
    </message>
    <message>
        <source>Coordination degree D</source>
        <translation>协调度 D</translation>
    </message>
    <message>
        <source>Coordination degree per cell</source>
        <translation>像元协调度</translation>
    </message>
    <message>
        <source>Coordination of supply and demand</source>
        <translation>供需协调度</translation>
    </message>
    <message>
        <source>Coordination of units</source>
        <translation>单元的协调度</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>核心斑块</translation>
    </message>
    <message>
        <source>Core (percent of the foreground)</source>
        <translation>核心区（占前景的百分比）</translation>
    </message>
    <message>
        <source>Core area (ha)</source>
        <translation>核心斑块面积（公顷）</translation>
    </message>
    <message>
        <source>Core area value</source>
        <translation>核心区价值</translation>
    </message>
    <message>
        <source>Core field</source>
        <translation>核心单元字段</translation>
    </message>
    <message>
        <source>Core habitat (ha)</source>
        <translation>核心生境面积（公顷）</translation>
    </message>
    <message>
        <source>Core opening</source>
        <translation>核心区开口</translation>
    </message>
    <message>
        <source>Core patches</source>
        <translation>核心斑块</translation>
    </message>
    <message>
        <source>Core unit</source>
        <translation>核心单元</translation>
    </message>
    <message>
        <source>Core zone</source>
        <translation>核心区</translation>
    </message>
    <message>
        <source>Core, inside</source>
        <translation>核心斑块（内部）</translation>
    </message>
    <message>
        <source>Correct K for China</source>
        <translation>按中国实测修正 K</translation>
    </message>
    <message>
        <source>Correct the artefacts of blocks</source>
        <translation>校正区块伪影</translation>
    </message>
    <message>
        <source>Correct the boundaries; cells in an overlap belong to the later polygon.</source>
        <translation>请改正边界；重叠处的像元归后一个面。</translation>
    </message>
    <message>
        <source>Correct the statistics.</source>
        <translation>请更正统计数据。</translation>
    </message>
    <message>
        <source>Correct them.</source>
        <translation>请更正。</translation>
    </message>
    <message>
        <source>Correct where it flows.</source>
        <translation>请改正其流向。</translation>
    </message>
    <message>
        <source>Correlation and collinearity of the indicators</source>
        <translation>指标的相关性与共线性</translation>
    </message>
    <message>
        <source>Correlation matrix</source>
        <translation>相关矩阵</translation>
    </message>
    <message>
        <source>Correlation of the factor scores</source>
        <translation>因子赋值的相关性</translation>
    </message>
    <message>
        <source>Correlations between ecosystem services with p-values, and trade-off strength of every pair.</source>
        <translation>生态系统服务之间的相关系数及 p 值，以及每对服务的权衡强度。</translation>
    </message>
    <message>
        <source>Correlations of the indicators</source>
        <translation>指标相关系数</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>廊道</translation>
    </message>
    <message>
        <source>Corridor area (ha)</source>
        <translation>廊道面积（公顷）</translation>
    </message>
    <message>
        <source>Corridor areas</source>
        <translation>廊道范围</translation>
    </message>
    <message>
        <source>Corridor crossing</source>
        <translation>廊道交汇点</translation>
    </message>
    <message>
        <source>Corridor cutoff</source>
        <translation>廊道截断值</translation>
    </message>
    <message>
        <source>Corridor cutoff used (m)</source>
        <translation>所用廊道截断值（m）</translation>
    </message>
    <message>
        <source>Corridor cutoff used (resistance x metres)</source>
        <translation>采用的廊道截断值（阻力 x 米）</translation>
    </message>
    <message>
        <source>Corridor lines</source>
        <translation>廊道线</translation>
    </message>
    <message>
        <source>Corridor lines are widened by this much to both sides. 500 m makes corridors 1 km wide, a common width at regional scale.</source>
        <translation>廊道线向两侧各加宽该距离。500 米即廊道宽 1 千米，为区域尺度常用宽度。</translation>
    </message>
    <message>
        <source>Corridor mosaic</source>
        <translation>廊道镶嵌</translation>
    </message>
    <message>
        <source>Corridor polygons that already have their width.</source>
        <translation>已具有宽度的廊道面。</translation>
    </message>
    <message>
        <source>Corridor specific priority</source>
        <translation>廊道优先级</translation>
    </message>
    <message>
        <source>Corridor specific priority, normalised</source>
        <translation>标准化廊道优先级</translation>
    </message>
    <message>
        <source>Corridors</source>
        <translation>廊道</translation>
    </message>
    <message>
        <source>Corridors (ha)</source>
        <translation>廊道（ha）</translation>
    </message>
    <message>
        <source>Corridors (km)</source>
        <translation>廊道（km）</translation>
    </message>
    <message>
        <source>Corridors are cut to the cells where a detour costs at most this much more than the least-cost path (resistance x metres), less than they were drawn with. Empty: as they are.</source>
        <translation>廊道截取为绕行成本比最小成本路径最多高出该值（阻力 x 米）的像元，小于绘制时的截断值。留空：保持原样。</translation>
    </message>
    <message>
        <source>Corridors end at a cutoff or at a percentile; give one of them.</source>
        <translation>廊道按截断值或百分位截断，只能给出其中之一。</translation>
    </message>
    <message>
        <source>Corridors hold the cells where a detour costs at most this much more than the least-cost path (resistance x metres). Larger values give wider corridors. Empty: a tenth of the median cost of the links.</source>
        <translation>廊道包含绕行成本比最小成本路径最多高出该值的像元（阻力 x 米）。值越大，廊道越宽。留空：取各连接成本中位数的十分之一。</translation>
    </message>
    <message>
        <source>Corridors of {count} links</source>
        <translation>{count} 条连接的廊道</translation>
    </message>
    <message>
        <source>Cost by level of government (10^4 CNY)</source>
        <translation>各级政府承担成本（万元）</translation>
    </message>
    <message>
        <source>Cost field</source>
        <translation>费用字段</translation>
    </message>
    <message>
        <source>Cost fields</source>
        <translation>费用字段（多项）</translation>
    </message>
    <message>
        <source>Cost from</source>
        <translation>成本下限</translation>
    </message>
    <message>
        <source>Cost in all (10^4 CNY)</source>
        <translation>总费用（万元）</translation>
    </message>
    <message>
        <source>Cost of all collaborative units</source>
        <translation>全部协同单元成本</translation>
    </message>
    <message>
        <source>Cost of conservation field</source>
        <translation>保护成本字段</translation>
    </message>
    <message>
        <source>Cost of reaching each cell from the nearest source, 0 in the sources; the result of Cumulative resistance.</source>
        <translation>从最近源地到达各像元的成本，源地内为 0；即“累积阻力”的结果。</translation>
    </message>
    <message>
        <source>Cost of restoration (10^4 CNY).</source>
        <translation>修复成本（万元）。</translation>
    </message>
    <message>
        <source>Cost of the cheapest way from the nearest source, resistance x metres; nodata where none leads.</source>
        <translation>从最近源地到达该像元的最小成本，阻力 x 米；不可到达处为无数据。</translation>
    </message>
    <message>
        <source>Cost of the link</source>
        <translation>连接成本</translation>
    </message>
    <message>
        <source>Cost of the project, one field per fund.</source>
        <translation>项目费用，每种资金一个字段。</translation>
    </message>
    <message>
        <source>Cost per metre of path</source>
        <translation>单位路径长度成本</translation>
    </message>
    <message>
        <source>Cost per straight metre</source>
        <translation>单位直线距离成本</translation>
    </message>
    <message>
        <source>Cost ratio</source>
        <translation>成本比</translation>
    </message>
    <message>
        <source>Cost surfaces of {count} sources on {cells} cells</source>
        <translation>在 {cells} 个像元上计算 {count} 个源地的成本面</translation>
    </message>
    <message>
        <source>Cost to</source>
        <translation>成本上限</translation>
    </message>
    <message>
        <source>Cost-benefit analysis</source>
        <translation>成本效益分析</translation>
    </message>
    <message>
        <source>Cost-weighted distance</source>
        <translation>成本加权距离</translation>
    </message>
    <message>
        <source>Costs between units</source>
        <translation>单元间费用</translation>
    </message>
    <message>
        <source>Costs per hectare and the shares of the levels are proposals to start from, neither offers nor obligations.</source>
        <translation>单位面积费用与各级分担比例均为初始建议值，既非报价，也非法定义务。</translation>
    </message>
    <message>
        <source>Counts the current of a run as 0 on its own sources, so that what lies between them stands out.</source>
        <translation>将每次运行在其自身源地上的电流计为 0，以突出源地之间的部分。</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>County boundary</source>
        <translation>县级界线</translation>
    </message>
    <message>
        <source>County leads</source>
        <translation>县级主导</translation>
    </message>
    <message>
        <source>Coupling C</source>
        <translation>耦合度 C</translation>
    </message>
    <message>
        <source>Coupling coordination</source>
        <translation>耦合协调度</translation>
    </message>
    <message>
        <source>Cover by half month needs the shares of erosivity.</source>
        <translation>逐半月覆盖度需要侵蚀力份额。</translation>
    </message>
    <message>
        <source>Cover is 0 up to it. Empty: the 5 % percentile of the scene. Give both for a comparison of dates.</source>
        <translation>小于等于该值时覆盖度为 0。留空：取影像 5 % 分位数。多期比较时请同时给出两个端元。</translation>
    </message>
    <message>
        <source>Cover is 1 from it. Empty: the 95 % percentile of the scene.</source>
        <translation>大于等于该值时覆盖度为 1。留空：取影像 95 % 分位数。</translation>
    </message>
    <message>
        <source>Cover of the understorey</source>
        <translation>林下盖度</translation>
    </message>
    <message>
        <source>Create data store</source>
        <translation>创建共享数据库</translation>
    </message>
    <message>
        <source>Crop coefficient</source>
        <translation>作物系数</translation>
    </message>
    <message>
        <source>Cropland</source>
        <translation>耕地</translation>
    </message>
    <message>
        <source>Cross table</source>
        <translation>交叉表</translation>
    </message>
    <message>
        <source>Cross-boundary area (ha)</source>
        <translation>跨界面积（公顷）</translation>
    </message>
    <message>
        <source>Cross-boundary collaborative units</source>
        <translation>跨界协同单元</translation>
    </message>
    <message>
        <source>Cross-regional restoration units</source>
        <translation>跨区域修复单元</translation>
    </message>
    <message>
        <source>Crosses a boundary</source>
        <translation>是否跨界</translation>
    </message>
    <message>
        <source>Crossing distance</source>
        <translation>穿越距离</translation>
    </message>
    <message>
        <source>Crossing structures</source>
        <translation>穿越设施</translation>
    </message>
    <message>
        <source>Crossings and breaks inside these polygons are left out.</source>
        <translation>位于这些面内的交叉点和断裂点不计。</translation>
    </message>
    <message>
        <source>Cubic metres per year and cell.</source>
        <translation>立方米/年/像元。</translation>
    </message>
    <message>
        <source>Cumulative current</source>
        <translation>累积电流</translation>
    </message>
    <message>
        <source>Cumulative current / flow potential, no unit: below 1 impeded, about 1 diffuse, above 1 concentrated.</source>
        <translation>累积电流 / 潜在流，无单位：小于 1 受阻，约等于 1 弥散，大于 1 集中。</translation>
    </message>
    <message>
        <source>Cumulative current density, ampere.</source>
        <translation>累积电流密度，安培。</translation>
    </message>
    <message>
        <source>Cumulative resistance</source>
        <translation>累积阻力</translation>
    </message>
    <message>
        <source>Cumulative resistance of {cells} cells from all sources</source>
        <translation>计算 {cells} 个像元到所有源地的累积阻力</translation>
    </message>
    <message>
        <source>Currency per ha; 3406.5 CNY is the national value of 2010. Not used where the grain table is given.</source>
        <translation>每公顷货币额；3406.5 元为 2010 年全国值。给出粮食表时不用。</translation>
    </message>
    <message>
        <source>Currency per hectare.</source>
        <translation>每公顷货币额。</translation>
    </message>
    <message>
        <source>Currency per tonne of carbon, not of CO2: a price per tonne of CO2 times 3.667. Needed for the value.</source>
        <translation>每吨碳（而非 CO2）的货币价格：每吨 CO2 价格乘以 3.667。净现值所需。</translation>
    </message>
    <message>
        <source>Currency per year and cell.</source>
        <translation>每年每像元货币额。</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>电流</translation>
    </message>
    <message>
        <source>Current (A)</source>
        <translation>电流（A）</translation>
    </message>
    <message>
        <source>Current and voltage for sources and grounds placed freely, such as habitat that feeds a coast.</source>
        <translation>任意布置的源与接地的电流和电压，例如由生境流向海岸。</translation>
    </message>
    <message>
        <source>Current between all habitat within reach, by a moving window: where movement is impeded, diffuse, intensified or channelised.</source>
        <translation>用移动窗口计算可达范围内所有生境之间的电流：移动在何处受阻、弥散、增强或渠化。</translation>
    </message>
    <message>
        <source>Current between ecological sources by circuit theory: how much movement passes through each cell.</source>
        <translation>基于电路理论的生态源地间电流：表示有多少移动经过每个像元。</translation>
    </message>
    <message>
        <source>Current density</source>
        <translation>电流密度</translation>
    </message>
    <message>
        <source>Current density and pinch points</source>
        <translation>电流密度与生态夹点</translation>
    </message>
    <message>
        <source>Current fed in (A)</source>
        <translation>注入电流（A）</translation>
    </message>
    <message>
        <source>Current flow</source>
        <translation>电流分布</translation>
    </message>
    <message>
        <source>Current flow with any sources and grounds</source>
        <translation>任意源与接地的电流</translation>
    </message>
    <message>
        <source>Current flows between sources, but there is only {count}; at least two are needed.</source>
        <translation>电流在源地之间流动，但只有 {count} 个源地；至少需要两个。</translation>
    </message>
    <message>
        <source>Current in corridors</source>
        <translation>廊道内电流</translation>
    </message>
    <message>
        <source>Current in {count} windows of {cells} cells</source>
        <translation>正在计算 {count} 个窗口的电流，每个窗口 {cells} 个像元</translation>
    </message>
    <message>
        <source>Current sources</source>
        <translation>电流源</translation>
    </message>
    <message>
        <source>Current sources as raster</source>
        <translation>电流源栅格</translation>
    </message>
    <message>
        <source>Current through each cell, ampere.</source>
        <translation>通过各像元的电流，安培。</translation>
    </message>
    <message>
        <source>Current-flow centrality (A)</source>
        <translation>电流中心性（A）</translation>
    </message>
    <message>
        <source>Currents between {count} patches</source>
        <translation>计算 {count} 个斑块之间的电流</translation>
    </message>
    <message>
        <source>Cut to {supply} and {demand}, which {count} values exceed.</source>
        <translation>截断到 {supply} 和 {demand}，有 {count} 个值超出。</translation>
    </message>
    <message>
        <source>Cuts a cumulative resistance surface (MCR) into levels of ecological security: level 1 is what the sources reach most easily, the last level what they hardly reach. The levels are the usual zones around ecological sources, each with its area.

Where the limits lie: jenks, natural breaks of the costs; quantile, levels of equal area; change_points, where the curve of the area within reach against the cost bends most; manual, your own costs.

Change points: the area curve is taken in equal steps of cost. It is cut in two where the mean of its slopes changes most, that is where S - S_i is largest (S: sum of squared deviations of the slopes from their mean, S_i: the same around the means of both parts); then the part in which a further cut explains most is cut again, until there are enough levels (mean change point method). The optional table holds the curve.

The sources themselves (cost 0) belong to level 1 and take no part in finding the limits unless you ask for it. A cost on a limit belongs to the level below it. Areas in hectares.

Source: Yu 1996, Landscape and Urban Planning, doi:10.1016/S0169-2046(96)00331-3; Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D</source>
        <translation>将累积阻力面（MCR）划分为生态安全等级：1 级为源地最易到达的范围，最后一级为几乎不可达的范围。各等级即生态源地周围常用的分区，并给出面积。

界限的确定：jenks，成本值的自然断点；quantile，各等级面积相等；change_points，可达面积随成本变化的曲线转折最大处；manual，自定义成本值。

突变点：面积曲线按成本等分。在斜率均值变化最大处，即 S - S_i 最大处将曲线一分为二（S：斜率对其均值的离差平方和，S_i：对两部分各自均值的离差平方和之和）；再对进一步切分解释最多的部分继续切分，直到等级数足够（均值变点法）。可选的表给出该曲线。

源地本身（成本为 0）属于 1 级，除非另行要求，不参与界限的确定。恰在界限上的成本属于较低的一级。面积单位为公顷。

来源：Yu 1996, Landscape and Urban Planning, doi:10.1016/S0169-2046(96)00331-3; Knaapen et al. 1992, Landscape and Urban Planning, doi:10.1016/0169-2046(92)90060-D</translation>
    </message>
    <message>
        <source>Cutting boundaries at their crossings</source>
        <translation>正在于交点处切分边界</translation>
    </message>
    <message>
        <source>Cutting {count} corridors</source>
        <translation>正在截取 {count} 条廊道</translation>
    </message>
    <message>
        <source>D of every cell, 0 to 1.</source>
        <translation>每个像元的 D，0 至 1。</translation>
    </message>
    <message>
        <source>D_ij: distance crossed in a cell, m; R_i: its resistance; MCR and CWD: cost-weighted distance to a source, resistance × m; LCD_AB: cost of the best path from A to B</source>
        <translation>D_ij：穿越栅格的距离（m）；R_i：该栅格的阻力；MCR 与 CWD：到源地的累积阻力距离（阻力 × m）；LCD_AB：A 至 B 最优路径的费用</translation>
    </message>
    <message>
        <source>Damage field</source>
        <translation>损害字段</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>数据来源表</translation>
    </message>
    <message>
        <source>Data sources: the status "{status}" of {layer} is not one of {known}.</source>
        <translation>数据来源表：{layer}的性质“{status}”不在{known}之中。</translation>
    </message>
    <message>
        <source>Data standard</source>
        <translation>数据标准</translation>
    </message>
    <message>
        <source>Date of the first band of the daily rain, such as 2001-01-01.</source>
        <translation>日降水第一个波段的日期，如 2001-01-01。</translation>
    </message>
    <message>
        <source>Date {date} has no land cell with all four indicators: everything is water or unknown. Check nodata, the scale of the bands and the limit of water.</source>
        <translation>第 {date} 期没有四个指标齐全的陆地像元：全部为水体或未知。请检查无数据值、波段比例和水体阈值。</translation>
    </message>
    <message>
        <source>Date {date} has no record of a species. Check the layer and the species field.</source>
        <translation>第 {date} 期没有物种记录。请检查图层和物种字段。</translation>
    </message>
    <message>
        <source>Dates in field {field} are not written as in ISO 8601, the first is "{value}".</source>
        <translation>字段 {field} 中的日期不符合 ISO 8601 写法，第一个为“{value}”。</translation>
    </message>
    <message>
        <source>Dates of the end members</source>
        <translation>端元所用时期</translation>
    </message>
    <message>
        <source>Dates of the rasters</source>
        <translation>栅格的日期</translation>
    </message>
    <message>
        <source>Decay with distance</source>
        <translation>距离衰减</translation>
    </message>
    <message>
        <source>Decides which corridors, and which land in them, come first.

1. Core area value CAV of a source = weighted sum of low mean resistance inside it, area, area / perimeter, expert value, current-flow centrality and the mean of another raster, brought to the range 0 to 1. 2. Corridor specific priority CSP of a link = weighted sum of closeness (short path), permeability (low least-cost distance / path length), the mean CAV of its two sources, expert value and climate; csp_norm = CSP / largest CSP. 3. Links with a csp_norm below the smallest one kept are left out of the map. 4. Blended priority of a cell = the largest, over all links kept, of share x (max - x) / (max - min) + (1 - share) x csp_norm, with x the normalised least-cost corridor of the link (how much more than the least cost a way through the cell costs), its least and largest value up to the cutoff.

Before they are weighted values are brought to 0 to 1: range is (x - min) / (max - min), or (max - x) / (max - min) where small is good; maximum is x / max, or (max + min - x) / max. Closeness and permeability always take the range. Weights are brought to a sum of 1; their defaults are those of the demonstration of Linkage Mapper. Climate: straight lines between three ratios and their values.

Source: Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority (Linkage Mapper)</source>
        <translation>确定哪些廊道以及廊道内哪些土地应优先。

1. 源地的核心区价值 CAV = 内部平均阻力（越低越好）、面积、面积/周长、专家评分、电流中心性和另一栅格均值的加权和，再归一化到 0 至 1。2. 连接的廊道优先级 CSP = 接近度（路径短）、通透性（最小成本距离/路径长度低）、两端源地 CAV 均值、专家评分和气候的加权和；csp_norm = CSP / 最大 CSP。3. csp_norm 低于保留最小值的连接不进入图中。4. 像元的综合优先级 = 所有保留连接中 share x (max - x) / (max - min) + (1 - share) x csp_norm 的最大值，其中 x 为该连接的标准化最小成本廊道（经过该像元的路径比最小成本高出多少），max 和 min 为截断值以内的最大值和最小值。

加权前各值归一化到 0 至 1：range 为 (x - min) / (max - min)，越小越好时为 (max - x) / (max - min)；maximum 为 x / max，或 (max + min - x) / max。接近度和通透性始终采用 range。权重归一化为和等于 1，默认值取自 Linkage Mapper 的示例。气候：三个比值与其取值之间按直线内插。

来源：Gallo and Greene 2018, Connectivity Analysis Software for Estimating Linkage Priority（Linkage Mapper）</translation>
    </message>
    <message>
        <source>Declare it as the nodata value of the layer.</source>
        <translation>请将其设为该图层的无效值。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Degradation by threat</source>
        <translation>各威胁造成的退化</translation>
    </message>
    <message>
        <source>Degradation that every unit causes, for its share of duty, such as soil_demand, the soil erosion that Soil demand measures.</source>
        <translation>各单元造成的退化，用于计算其责任份额，如 soil_demand（“土壤保持需求”给出的土壤侵蚀量）。</translation>
    </message>
    <message>
        <source>Degradation that halves the quality. 0.05 is the default of InVEST; about half of the largest degradation spreads the results best.</source>
        <translation>使生境质量减半的退化程度。0.05 为 InVEST 的默认值；约取最大退化程度的一半时结果区分度最好。</translation>
    </message>
    <message>
        <source>Degradation that the unit causes, 0 or more, in any unit.</source>
        <translation>单元造成的退化，大于或等于 0，任意单位。</translation>
    </message>
    <message>
        <source>Degrees Celsius or kelvins, the same unit at both dates.</source>
        <translation>摄氏度或开尔文，两期单位相同。</translation>
    </message>
    <message>
        <source>Delete or redraw them.</source>
        <translation>请删除或重新绘制。</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Demand (raster)</source>
        <translation>需求（栅格）</translation>
    </message>
    <message>
        <source>Demand (rasters)</source>
        <translation>需求（栅格）</translation>
    </message>
    <message>
        <source>Demand (z-score)</source>
        <translation>需求（z值）</translation>
    </message>
    <message>
        <source>Demand from built-up land, population and GDP, for places without statistics of services.</source>
        <translation>由建设用地、人口和 GDP 得出的需求，用于没有分项服务统计数据的地区。</translation>
    </message>
    <message>
        <source>Demand index</source>
        <translation>需求指数</translation>
    </message>
    <message>
        <source>Demand of the units needs the administrative units.</source>
        <translation>单元的需求需要行政单元。</translation>
    </message>
    <message>
        <source>Demand of {count} cells</source>
        <translation>计算 {count} 个像元的需求</translation>
    </message>
    <message>
        <source>Demand per cell, on the grid of the supply.</source>
        <translation>每像元需求，与供给同一格网。</translation>
    </message>
    <message>
        <source>Demand, scaled</source>
        <translation>需求（标准化）</translation>
    </message>
    <message>
        <source>Depth to a layer that roots cannot pass, mm.</source>
        <translation>根系无法穿透层的深度，毫米。</translation>
    </message>
    <message>
        <source>Depth to the root restricting layer in mm (or any one unit: the index normalises it).</source>
        <translation>至根系限制层的深度，mm（或任一统一单位：指数会对其标准化）。</translation>
    </message>
    <message>
        <source>Depth to the root restricting layer, mm.</source>
        <translation>至根系限制层的深度，mm。</translation>
    </message>
    <message>
        <source>Depths of water</source>
        <translation>水深</translation>
    </message>
    <message>
        <source>Describes how well a network of sources and links is built as a whole, and how central each source and each link is in it.

V sources (those without a link included), L linked pairs of sources, p separate components. alpha = (L - V + p) / (2V - 5): circuits, as a share of the most there can be; beta = L / V: links per source, below 1 a tree, 1 one circuit; gamma = L / (3 x (V - 2)): links, as a share of the most there can be; cost ratio = 1 - L / total length in km: closer to 1 the more kilometres each link takes. Alpha and gamma suppose that links do not cross; more than 1 is possible where they do. With one component alpha is the usual (L - V + 1) / (2V - 5).

Sources: degree (linked sources), component, between (pairs of other sources whose cheapest way leads through this one, equal ways sharing a pair), mean_cost (mean least cost to the sources it can reach), closeness (sources it can reach / mean cost / (V - 1)), current_flow. Links: in_tree (1 where the minimum spanning tree of the costs needs the link, else 0), between (pairs of sources whose cheapest way uses it), current_flow.

Current-flow centrality: every link is a resistor of its cost; 1 A flows between every pair of sources in turn, and the absolute currents are added up, in amperes. Other than betweenness it sees all ways, not the cheapest only. A source counts 1 A for each pair that it is an end of. This is the centrality of Linkage Mapper.

Sources: Cook 2002, Landscape and Urban Planning, doi:10.1016/S0169-2046(01)00226-2; Freeman 1977, doi:10.2307/3033543; McRae et al. 2008, Ecology, doi:10.1890/07-1861.1</source>
        <translation>描述由源地和连接组成的网络的整体结构，以及每个源地和每条连接在其中的中心程度。

V 为源地数（含无连接的源地），L 为有连接的源地对数，p 为互不相连的组分数。alpha = (L - V + p) / (2V - 5)：回路数占最大可能数的比例；beta = L / V：每个源地的连接数，小于 1 为树状，等于 1 为单一回路；gamma = L / (3 x (V - 2))：连接数占最大可能数的比例；成本比 = 1 - L / 总长度（km）：每条连接所需公里数越多越接近 1。alpha 和 gamma 假定连接互不交叉，有交叉时可能大于 1。只有一个组分时，alpha 即常用的 (L - V + 1) / (2V - 5)。

源地：degree（相连源地数）、component（组分）、between（最小成本路径经过该源地的其他源地对数，等成本路径平分）、mean_cost（到可达源地的平均最小成本）、closeness（可达源地数 / 平均成本 / (V - 1)）、current_flow（电流中心性）。连接：in_tree（属于成本最小生成树为 1，否则为 0）、between（最小成本路径使用该连接的源地对数）、current_flow。

电流中心性：每条连接视为阻值等于其成本的电阻；依次在每对源地之间通过 1 A 电流，电流绝对值相加，单位为安培。与介数不同，它考虑所有路径而不仅是最小成本路径。源地每作为一对的端点计 1 A。此即 Linkage Mapper 的中心性。

来源：Cook 2002, Landscape and Urban Planning, doi:10.1016/S0169-2046(01)00226-2；Freeman 1977, doi:10.2307/3033543；McRae et al. 2008, Ecology, doi:10.1890/07-1861.1</translation>
    </message>
    <message>
        <source>Describes zones by what lies in them: their area and share, means and sums of value rasters, areas and shares of the classes of class rasters, hectares of polygons, kilometres of lines and numbers of points of vector layers; the same per administrative unit where units are given, and a cross table of zones and units.

Totals agree in all tables. Areas are those of the polygons, planar, in hectares. The classes of a raster share the area of a zone out by the numbers of their cells; the cells without a class have a row of their own, so that the rows of a zone add up to its area. The rows of the cross table add up to the areas of the zones, its columns to those of the units, with the parts outside listed.

A value raster is averaged over its known cells; &lt;name&gt;_known is the share of the cells that are known. A cell belongs to the zone that covers its centre, and a zone smaller than a cell keeps the cells it touches.

Where the coordinate system distorts areas by more than 1 percent against the ellipsoid, a warning says so: use an equal-area system for tables that are published.</source>
        <translation>以分区内的内容描述分区：面积和占比，数值栅格的均值和总和，分类栅格各类别的面积和占比，矢量图层中面的公顷数、线的公里数和点的个数；提供单元时对行政单元作同样统计，并给出分区与单元的交叉表。

各表的总计一致。面积为面要素的平面面积，单位公顷。栅格各类别按像元数分摊分区面积；没有类别的像元单列一行，使一个分区的各行之和等于其面积。交叉表各行之和为分区面积，各列之和为单元面积，外部的部分也列出。

数值栅格对已知像元求均值；&lt;name&gt;_known 为已知像元的比例。像元归属覆盖其中心的分区，小于一个像元的分区保留其接触的像元。

坐标系的面积与椭球面积相差超过 1% 时给出警告：用于发布的表请采用等积坐标系。</translation>
    </message>
    <message>
        <source>Detour over the best path (low is best)</source>
        <translation>相对最优路径的绕行成本（越低越好）</translation>
    </message>
    <message>
        <source>Difficulty field</source>
        <translation>难度字段</translation>
    </message>
    <message>
        <source>Difficulty has a share of {share}, but no unit has a difficulty. Name its field.</source>
        <translation>难度的比重为 {share}，但各单元没有难度值。请指定难度字段。</translation>
    </message>
    <message>
        <source>Diffuse</source>
        <translation>弥散</translation>
    </message>
    <message>
        <source>Digital elevation model in metres, best a whole catchment.</source>
        <translation>数字高程模型，米，最好是完整流域。</translation>
    </message>
    <message>
        <source>Digital elevation model in metres, for the topographic index of retention.</source>
        <translation>数字高程模型（米），用于 retention 的地形指数。</translation>
    </message>
    <message>
        <source>Digital elevation model, m, for slope and slope length. Not needed where both factors are given.</source>
        <translation>数字高程模型，m，用于坡度和坡长。两个因子都已给出时不需要。</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Direction of the next cell towards the source: 0 source, 1 east, 2 south-east, 3 south, 4 south-west, 5 west, 6 north-west, 7 north, 8 north-east.</source>
        <translation>通往源地的下一像元的方向：0 源地，1 东，2 东南，3 南，4 西南，5 西，6 西北，7 北，8 东北。</translation>
    </message>
    <message>
        <source>Direction the slope faces, degrees clockwise from north.</source>
        <translation>坡面朝向，自正北顺时针的角度。</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Directions that differ from the table, such as elevation=+, slope=-. Empty: as in the table.</source>
        <translation>与表中不同的方向，如 elevation=+, slope=-。留空则与表一致。</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>贴现率</translation>
    </message>
    <message>
        <source>Discount rates, separated by commas.</source>
        <translation>贴现率，用逗号分隔。</translation>
    </message>
    <message>
        <source>Discounts the costs and benefits of measures to their first year:

NPV = sum (benefit - cost) / (1 + rate)^(year - first year); BCR = discounted benefits / discounted costs; IRR is the rate at which NPV = 0; payback is the time until the discounted balance stays above 0; the annuity is the NPV as an equal sum every year.

Use constant prices and a real discount rate. The yearly value of ecosystem services is a flow and the cost of a measure is spent once: enter both in the years in which they occur, never one against the other. Where the flows change their sign more than once, several rates of return may exist; then none is reported and the number is.

The sensitivity combines discount rates with factors on costs and on benefits. The switching values say by what factor costs may rise, or benefits fall, before the NPV is 0.

Source: Boardman et al. 2018, doi:10.1017/9781108235594.</source>
        <translation>将措施的成本和效益贴现到其第一年：

NPV = sum (效益 - 成本) / (1 + 贴现率)^(年份 - 首年)；BCR = 贴现效益 / 贴现成本；IRR 是使 NPV = 0 的贴现率；回收期是贴现余额此后一直大于 0 所需的时间；年金是与 NPV 等值的每年等额。

请使用不变价格和实际贴现率。生态系统服务的年价值是流量，而措施费用是一次性的：请按发生年份录入，切勿直接相比。若现金流符号变化不止一次，可能存在多个收益率；此时不报告收益率，只报告其个数。

敏感性分析组合不同贴现率以及成本、效益系数。转换值说明成本上升或效益下降到多少倍时 NPV 为 0。

来源：Boardman et al. 2018, doi:10.1017/9781108235594。</translation>
    </message>
    <message>
        <source>Dispersal distance</source>
        <translation>扩散距离</translation>
    </message>
    <message>
        <source>Dispersal distance (m)</source>
        <translation>扩散距离（米）</translation>
    </message>
    <message>
        <source>Dissolve the parts of a unit into one feature or renumber them.</source>
        <translation>请将同一单元的各部分融合为一个要素，或重新编码。</translation>
    </message>
    <message>
        <source>Distance (km)</source>
        <translation>距离（公里）</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>距离（m）</translation>
    </message>
    <message>
        <source>Distance at which nearness to them has fallen to 37 %.</source>
        <translation>邻近度降至 37 % 的距离。</translation>
    </message>
    <message>
        <source>Distance at which nearness to water has fallen to 37 %; 1000 m is a walk of a quarter of an hour.</source>
        <translation>临水性降至 37 % 的距离；1000 米约为步行一刻钟。</translation>
    </message>
    <message>
        <source>Distance at which the probability of a direct way has the value below: metres, or resistance x metres with a resistance raster. The median dispersal distance of a species goes with a probability of 0.5.</source>
        <translation>直接迁移概率等于下列取值时的距离：米；给出阻力栅格时为阻力 x 米。物种扩散距离的中位数对应概率 0.5。</translation>
    </message>
    <message>
        <source>Distance between edges that is crossed with a probability of 0.5.</source>
        <translation>以 0.5 的概率跨越的边缘间距离。</translation>
    </message>
    <message>
        <source>Distance between places on the grid. Empty: a 25th of the longer side of the area.</source>
        <translation>格网位置之间的距离。留空：区域长边的二十五分之一。</translation>
    </message>
    <message>
        <source>Distance between the cells of treated and control places; 0 takes all.</source>
        <translation>处理地与对照地像元之间的距离；0 表示全部使用。</translation>
    </message>
    <message>
        <source>Distance of controls (m)</source>
        <translation>对照的最小距离（m）</translation>
    </message>
    <message>
        <source>Distance of neighbours (m)</source>
        <translation>邻域距离（m）</translation>
    </message>
    <message>
        <source>Distance of points of interest (m)</source>
        <translation>兴趣点距离 (m)</translation>
    </message>
    <message>
        <source>Distance of water (m)</source>
        <translation>水体距离（米）</translation>
    </message>
    <message>
        <source>Distance that decides which neighbours are the nearest.</source>
        <translation>用于判定最近邻的距离。</translation>
    </message>
    <message>
        <source>Distance to the axes</source>
        <translation>到坐标轴的距离</translation>
    </message>
    <message>
        <source>Distances between the edges of {count} patches</source>
        <translation>{count} 个斑块边缘之间的距离</translation>
    </message>
    <message>
        <source>Distribution of resistance</source>
        <translation>阻力值分布</translation>
    </message>
    <message>
        <source>Diversity in a moving window</source>
        <translation>移动窗口多样性</translation>
    </message>
    <message>
        <source>Diversity of {classes} classes in a window of {cells} cells</source>
        <translation>计算 {cells} 个像元窗口内 {classes} 个类别的多样性</translation>
    </message>
    <message>
        <source>Divides habitat (foreground) into classes by its shape alone: core, farther from other land than the edge width; islet, patches too small for core; perforation, the edge around holes in core; edge, the outer edge of core; loop, a strip that leads from a core back to the same core; bridge, a strip between different cores; branch, a strip with a blind end. Cores are candidate ecological sources, bridges are structural corridors.

A cell is core where its distance to the nearest background cell, between centres and in cells, is larger than the edge width + 0.98. Missing cells do not make an edge. Near the border of the raster its outermost cells are taken to go on outside.

Class codes are those of GuidosToolbox: core 17, islet 9, perforation 5, edge 3, loop 65, bridge 33, branch 1; a loop or bridge across an edge 67 or 35, across a perforation 69 or 37; background 0, missing 129. With the inside told apart, foreground in holes of core has 100 more (core 117, islet 109, ...), background in holes of core is 100 (core opening) and in other holes of the foreground 220 (border opening). Where core rings are very thin the edge code 2 can be added to background or islet.

To go on with source patches, use this result as habitat with the classes 17, 117.

The statistics count loops and bridges inside edges and perforations as edge and perforation, and join objects across corners.

Source: Soille &amp; Vogt 2009, Pattern Recognition Letters, doi:10.1016/j.patrec.2008.10.015; Vogt &amp; Riitters 2017, GuidosToolbox, doi:10.1080/22797254.2017.1330650.</source>
        <translation>仅依据形状将生境（前景）划分为七类：核心区，与其他地类的距离大于边缘宽度；孤岛，过小而不含核心区的斑块；孔隙，核心区内部孔洞周围的边缘；边缘区，核心区的外缘；环道区，从一个核心区出发又回到同一核心区的条带；桥接区，连接不同核心区的条带；支线，一端不连通的条带。核心区是候选生态源地，桥接区是结构性廊道。

像元到最近背景像元的距离（像元中心之间，以像元计）大于边缘宽度 + 0.98 时为核心区。缺失像元不产生边缘。在栅格边界附近，假定最外侧像元向外延续。

类别编码与 GuidosToolbox 一致：核心区 17，孤岛 9，孔隙 5，边缘区 3，环道区 65，桥接区 33，支线 1；穿过边缘区的环道区或桥接区为 67 或 35，穿过孔隙的为 69 或 37；背景 0，缺失 129。区分内外时，核心区孔洞内的前景编码加 100（核心区 117，孤岛 109……），核心区孔洞内的背景为 100（核心区开口），前景其他孔洞内的背景为 220（边界开口）。核心区环带极窄处，背景或孤岛的编码可能再加边缘位 2。

继续提取源地斑块时，以本结果为生境栅格，类别取 17, 117。

统计时，位于边缘区和孔隙内的环道区与桥接区计入边缘区和孔隙，对象按角点相连合并。

来源：Soille &amp; Vogt 2009，Pattern Recognition Letters，doi:10.1016/j.patrec.2008.10.015；Vogt &amp; Riitters 2017，GuidosToolbox，doi:10.1080/22797254.2017.1330650。</translation>
    </message>
    <message>
        <source>Divides the values of a raster or of a field into classes 1 (lowest) to k and lists the limits.

jenks: natural breaks, the limits with the least squared deviation from the class means. Exact (Fisher-Jenks by dynamic programming, over every different value) and without any random draw, so that the same data always give the same limits. Rasters are read in blocks of rows; the values to be divided take 4 bytes per cell of a single precision raster, and 4 to 8 more while natural breaks are sought.

To classify another date alike, give the limits this tool wrote as limits of an earlier run: classes then mean the same on both dates.

zero_locked: natural breaks on the negative and the positive side with 0 as a fixed limit, for ratios whose sign must stay visible. The classes are shared between the sides so that the deviation is least.

quantile: equally many values per class; ties may leave fewer classes. equal: classes of equal width. manual: the given limits.

A value on a limit belongs to the class below it; the first and the last class are open outwards. Goodness of variance fit = 1 - squared deviations from the class means / squared deviations from the mean.

Source: Fisher 1958, doi:10.1080/01621459.1958.10501479; Jenks &amp; Caspall 1971, doi:10.1111/j.1467-8306.1971.tb00779.x</source>
        <translation>将栅格或字段的值分为 1（最低）至 k 级，并列出界限。

jenks：自然断点，使各级内离差平方和最小的界限。对每个不同值采用动态规划的精确 Fisher-Jenks 算法，不含任何随机抽样，相同数据始终得到相同界限。栅格按行分块读取；待分级的值在单精度栅格中每像元占 4 字节，求自然断点时再占 4 至 8 字节。

若要对另一时期作相同分级，请将本工具输出的界限作为“先前运行的界限”：等级在两个时期含义相同。

zero_locked：在负值侧和正值侧分别求自然断点，并将 0 固定为界限，适用于必须保留正负号的比值。级数在两侧的分配使离差最小。

quantile：每级值的个数相等；相同值可能使级数减少。equal：等间距分级。manual：使用给定界限。

等于界限的值归入较低一级；最低级和最高级向外开放。方差拟合优度 = 1 - 各级内离差平方和 / 总离差平方和。

来源：Fisher 1958，doi:10.1080/01621459.1958.10501479；Jenks &amp; Caspall 1971，doi:10.1111/j.1467-8306.1971.tb00779.x</translation>
    </message>
    <message>
        <source>Dots per inch.</source>
        <translation>每英寸点数。</translation>
    </message>
    <message>
        <source>Drainage</source>
        <translation>汇流计算</translation>
    </message>
    <message>
        <source>Drainage area</source>
        <translation>汇水面积</translation>
    </message>
    <message>
        <source>Drainage of {count} cells; about {seconds} s, less with compiled kernels.</source>
        <translation>计算 {count} 个像元的汇流，约需 {seconds} 秒；使用编译内核时更快。</translation>
    </message>
    <message>
        <source>Drawing map {number} of {count}.</source>
        <translation>正在绘制第{number}幅地图，共{count}幅。</translation>
    </message>
    <message>
        <source>Drawn as relief under everything, metres.</source>
        <translation>作为地形晕渲置于底层，米。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>Draws the links as curves that stay inside the cells of the least-cost path. Lengths remain those of the path between cell centres.</source>
        <translation>将连接绘为始终位于最小成本路径像元之内的曲线。长度仍为像元中心间的路径长度。</translation>
    </message>
    <message>
        <source>Draws the paths as curves that stay inside the cells of the least-cost path. Lengths remain those of the path between cell centres.</source>
        <translation>将路径绘为始终位于最小成本路径像元之内的曲线。长度仍为像元中心间的路径长度。</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>驱动因素</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>责任表</translation>
    </message>
    <message>
        <source>ET0 used</source>
        <translation>所用 ET0</translation>
    </message>
    <message>
        <source>Each source needs at least 1 nearest neighbour, not {count}.</source>
        <translation>每个源地至少需要 1 个最近邻，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>Earliest phase</source>
        <translation>最早阶段</translation>
    </message>
    <message>
        <source>EcoRestore: ecological restoration planning</source>
        <translation>EcoRestore：生态修复规划</translation>
    </message>
    <message>
        <source>Ecological</source>
        <translation>生态</translation>
    </message>
    <message>
        <source>Ecological compensation</source>
        <translation>生态补偿</translation>
    </message>
    <message>
        <source>Ecological corridors</source>
        <translation>生态廊道</translation>
    </message>
    <message>
        <source>Ecological importance and sensitivity</source>
        <translation>生态重要性与敏感性</translation>
    </message>
    <message>
        <source>Ecological index</source>
        <translation>生态指数</translation>
    </message>
    <message>
        <source>Ecological index of the second date</source>
        <translation>第二期生态指数</translation>
    </message>
    <message>
        <source>Ecological nodes</source>
        <translation>生态节点</translation>
    </message>
    <message>
        <source>Ecological restoration plan</source>
        <translation>生态修复规划</translation>
    </message>
    <message>
        <source>Ecological restoration plan made with EcoRestore</source>
        <translation>由 EcoRestore 编制的生态修复规划</translation>
    </message>
    <message>
        <source>Ecological security levels</source>
        <translation>生态安全等级</translation>
    </message>
    <message>
        <source>Ecological security pattern</source>
        <translation>生态安全格局</translation>
    </message>
    <message>
        <source>Ecological security pattern (security_pattern)</source>
        <translation>生态安全格局（security_pattern）</translation>
    </message>
    <message>
        <source>Ecological security pattern: resistance from weighted factors, sources from habitat, cumulative resistance, corridors, current flow, pinch points, barriers and strategic nodes. After Peng 2025, section 2.1.</source>
        <translation>生态安全格局：由加权因子得到阻力面，由生境得到源地，以及累积阻力、廊道、电流、夹点、障碍点与战略节点。依据 Peng 2025 第 2.1 节。</translation>
    </message>
    <message>
        <source>Ecological sources</source>
        <translation>生态源地</translation>
    </message>
    <message>
        <source>Ecological, economic and social indicators of two dates: vegetation cover, erosion control, water, species, connectivity, money and statistics, against controls.</source>
        <translation>两期的生态、经济和社会指标：植被覆盖、水土流失治理、水、物种、连通性、资金与统计，并与对照比较。</translation>
    </message>
    <message>
        <source>Economic</source>
        <translation>经济</translation>
    </message>
    <message>
        <source>Ecosystem resilience</source>
        <translation>生态系统韧性</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边缘区</translation>
    </message>
    <message>
        <source>Edge width (cells)</source>
        <translation>边缘宽度（像元）</translation>
    </message>
    <message>
        <source>Edge width (m)</source>
        <translation>边缘宽度（米）</translation>
    </message>
    <message>
        <source>Edge, inside</source>
        <translation>边缘区（内部）</translation>
    </message>
    <message>
        <source>Edges are given as resistance or conductance, not as {kind}.</source>
        <translation>边以电阻或电导给出，而不是 {kind}。</translation>
    </message>
    <message>
        <source>Edges as in Omniscape</source>
        <translation>边缘与 Omniscape 一致</translation>
    </message>
    <message>
        <source>Effective resistance (cell units)</source>
        <translation>有效电阻（像元单位）</translation>
    </message>
    <message>
        <source>Effective resistances</source>
        <translation>有效电阻</translation>
    </message>
    <message>
        <source>Effects of the threats</source>
        <translation>各威胁的影响</translation>
    </message>
    <message>
        <source>Either a pattern coded 0 missing, 1 background, 2 foreground, or any class raster such as land cover together with the foreground classes. Nodata is missing.</source>
        <translation>可以是编码为 0 缺失、1 背景、2 前景的格局栅格，也可以是任意类别栅格（如土地覆被）并配合前景类别。无数据视为缺失。</translation>
    </message>
    <message>
        <source>Elasticity and intensity</source>
        <translation>弹性与强度</translation>
    </message>
    <message>
        <source>Element field</source>
        <translation>要素字段</translation>
    </message>
    <message>
        <source>Element id</source>
        <translation>要素编号</translation>
    </message>
    <message>
        <source>Element table</source>
        <translation>要素表</translation>
    </message>
    <message>
        <source>Elements and costs</source>
        <translation>要素与费用</translation>
    </message>
    <message>
        <source>Elements of provincial rank</source>
        <translation>省级重要要素数</translation>
    </message>
    <message>
        <source>Elements outside the administrative units (ha)</source>
        <translation>行政单元之外的要素面积（公顷）</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>Elevation (m) that tells which units lie downstream of which, instead of the pair table. It should cover the units and what lies between them.</source>
        <translation>高程（米），代替配对表说明单元的上下游关系。应覆盖各单元及其间的区域。</translation>
    </message>
    <message>
        <source>Elevation model</source>
        <translation>高程模型</translation>
    </message>
    <message>
        <source>Elevation model in metres, on a projected grid in metres.</source>
        <translation>高程模型，单位米，采用以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Elevation model in metres.</source>
        <translation>数字高程模型，单位米。</translation>
    </message>
    <message>
        <source>Elevation of {count} cells</source>
        <translation>读取 {count} 个像元的高程</translation>
    </message>
    <message>
        <source>Eleven bands, currency per year and cell.</source>
        <translation>十一个波段，每年每像元货币额。</translation>
    </message>
    <message>
        <source>Emissions of the unit</source>
        <translation>单元排放量</translation>
    </message>
    <message>
        <source>Emissions per person (t CO2/yr)</source>
        <translation>人均排放（吨 CO2/年）</translation>
    </message>
    <message>
        <source>Empty for no limit; needs the seat of the teams and units with geometry.</source>
        <translation>为空则不限；需要团队驻地和带几何的单元。</translation>
    </message>
    <message>
        <source>Empty: that of the first date.</source>
        <translation>留空：使用第一期的阻力。</translation>
    </message>
    <message>
        <source>End members</source>
        <translation>端元</translation>
    </message>
    <message>
        <source>End members are either fixed or per land class; leave NDVI of bare soil and of full vegetation empty.</source>
        <translation>端元要么固定，要么按地类计算；请将裸土 NDVI 和全植被 NDVI 留空。</translation>
    </message>
    <message>
        <source>End members of {count} cells</source>
        <translation>由 {count} 个像元求端元</translation>
    </message>
    <message>
        <source>End members used</source>
        <translation>采用的端元</translation>
    </message>
    <message>
        <source>End of the scale</source>
        <translation>量表末端</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Engel coefficient field</source>
        <translation>恩格尔系数字段</translation>
    </message>
    <message>
        <source>Engineering factor E or P</source>
        <translation>工程措施因子 E 或 P</translation>
    </message>
    <message>
        <source>Engineering measures</source>
        <translation>工程措施</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵权</translation>
    </message>
    <message>
        <source>Entropy weight</source>
        <translation>熵权</translation>
    </message>
    <message>
        <source>Equal steps of cost in which the area curve is taken, for change_points.</source>
        <translation>面积曲线按成本等分的段数，用于 change_points。</translation>
    </message>
    <message>
        <source>Equal values leave {found} classes instead of {wanted}.</source>
        <translation>由于值相等，只分出 {found} 级而非 {wanted} 级。</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>方程</translation>
    </message>
    <message>
        <source>Equivalent connected area</source>
        <translation>等效连通面积</translation>
    </message>
    <message>
        <source>Equivalent connected area (unit of the attribute)</source>
        <translation>等效连通面积（属性单位）</translation>
    </message>
    <message>
        <source>Equivalent connected area after</source>
        <translation>增加后的等效连通面积</translation>
    </message>
    <message>
        <source>Equivalent connected area before</source>
        <translation>增加前的等效连通面积</translation>
    </message>
    <message>
        <source>Equivalent connected area {before} before and {after} after {count} stepping stones (+{percent} %).</source>
        <translation>等效连通面积由 {before} 增至 {after}（{count} 个踏脚石，+{percent} %）。</translation>
    </message>
    <message>
        <source>Equivalent factors</source>
        <translation>当量因子</translation>
    </message>
    <message>
        <source>Erosivity by half month</source>
        <translation>逐半月侵蚀力</translation>
    </message>
    <message>
        <source>Estimates how much the landscape offers for recreation, as square metres of full-value green space, so that it can be compared with a standard in m2 per person.

Score (0 to 1) = weight of the land cover * NDVI (below 0 counts as 0); classes marked as not using NDVI, such as water, keep their weight. With a water share s the score is multiplied by (1 - s) + s * exp(-d / distance), d being the distance to the nearest water cell.

Naturalness (0 to 1) is one more factor where a layer is given, nearness to points of interest works like that to water.

score: supply = score * cell area, in m2 per cell: what the landscape offers, wherever people live.

catchment: supply = what the people of a cell can reach, by the two-step floating catchment. Each green cell is shared by the people around it, R = S / sum(P f(d)); each person collects the shares around, A = sum(R f(d)); supply = A * P. f falls with distance up to the reach: gaussian (exp(-(d/d0)^2 / 2) - exp(-1/2)) / (1 - exp(-1/2)), dichotomy 1, exponential exp(-d/d0), power d^-b in cells, epanechnikov 0.75 (1 - (d/d0)^2). Balance = (A - standard) * P. Green space that nobody reaches is in no cell; the log says how much.

The weights shipped with the plugin are illustrative; edit them with local knowledge or surveys.

Source: Luo &amp; Wang 2003, doi:10.1068/b29120; InVEST 3.20 user guide (Urban Nature Access)</source>
        <translation>以全值绿地平方米估算景观为游憩提供多少，从而可与每人 m2 的标准比较。

得分（0 至 1）= 土地覆被权重 * NDVI（小于 0 计 0）；标为不用 NDVI 的类（如水域）保持权重。给出水域份额 s 时，得分乘以 (1 - s) + s * exp(-d / 距离)，d 为到最近水域像元的距离。

给出图层时，自然度（0 至 1）是得分的又一因子；与兴趣点的邻近度同水域一样计算。

score：供给 = 得分 * 像元面积，每像元 m2：景观所提供的，不论人住在哪里。

catchment：供给 = 像元内居民可到达的绿地，按两步移动搜索法。每个绿地像元由周围的人分享，R = S / sum(P f(d))；每个人汇集周围的份额，A = sum(R f(d))；供给 = A * P。f 随距离衰减至搜索半径：gaussian (exp(-(d/d0)^2 / 2) - exp(-1/2)) / (1 - exp(-1/2))，dichotomy 1，exponential exp(-d/d0)，power d^-b（以像元计），epanechnikov 0.75 (1 - (d/d0)^2)。盈亏 = (A - 标准) * P。无人可达的绿地不计入任何像元，日志说明其数量。

随附权重仅为示意；请按当地知识或调查修改。

来源：Luo &amp; Wang 2003, doi:10.1068/b29120; InVEST 3.20 用户指南（Urban Nature Access）</translation>
    </message>
    <message>
        <source>Estimates the value of eleven ecosystem services by the equivalent factors of Xie et al. (2015).

Value of a service = equivalent factor of the class * D * area. D is the value of one standard equivalent (currency per ha and year): what a hectare of average cropland yields in food without labour and inputs. It is given, or computed from grain: D = 1/7 * sum(sown area * price * yield) / total sown area. The default of 3406.5 CNY/ha is the national value of 2010.

Spatial correction: each service is multiplied by a layer over its mean. NPP corrects food, raw materials, gas, climate, purification, nutrients, biodiversity and aesthetics; precipitation corrects water supply and hydrological regulation; soil conservation corrects itself. The mean is that of the study area unless another is given; both dates share it.

With a second land cover: change = second - first.

Regulation of water by open water (102 equivalents) dominates totals where there are lakes; paddy fields use more water than they supply (-2.63). Built-up land counts 0.

Per unit: service_value and a field per service. Values are for comparison; they are no prices that somebody pays.

Source: Xie et al. 2015, J. Nat. Resour. 30(8):1243-1254</source>
        <translation>按谢高地等 (2015) 的当量因子估算十一项生态系统服务的价值。

一项服务的价值 = 该类当量因子 * D * 面积。D 为一个标准当量的价值（每公顷每年货币额）：一公顷平均耕地在不计劳力和投入时的食物产出价值。可直接给出，或由粮食计算：D = 1/7 * sum(播种面积 * 价格 * 单产) / 总播种面积。默认 3406.5 元/ha 为 2010 年全国值。

空间修正：每项服务乘以图层与其均值之比。NPP 修正食物、原料、气体、气候、净化、养分、生物多样性和美学；降水修正水资源供给和水文调节；土壤保持修正自身。均值取研究区均值，除非另外给出；两期共用。

给出第二期土地覆被时：变化 = 第二期 - 第一期。

有湖泊的地方，水域的水文调节（102 个当量）主导总量；水田用水多于供水（-2.63）。建设用地计 0。

各单元：service_value 及每项服务一个字段。价值用于比较，不是有人支付的价格。

来源：谢高地等 2015，自然资源学报 30(8):1243-1254</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>成效评估</translation>
    </message>
    <message>
        <source>Evaluation of restoration</source>
        <translation>修复成效评估</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <source>Evens out the bunches of current around the centres of blocks; without effect on blocks of one cell.</source>
        <translation>消除区块中心周围的电流聚集；对单像元区块无影响。</translation>
    </message>
    <message>
        <source>Every candidate needs a distance to every patch, and patches to each other.</source>
        <translation>每个候选斑块都需要到每个斑块的距离，斑块之间也需要距离。</translation>
    </message>
    <message>
        <source>Every candidate with first_gain, what it would add if it were the only one.</source>
        <translation>每个候选及其 first_gain，即仅增加该候选时的增益。</translation>
    </message>
    <message>
        <source>Every cell with a source feeds 1 A, or takes 1 A where it is negative, whatever its value.</source>
        <translation>每个有源的像元都注入 1 A，为负时取出 1 A，与其数值无关。</translation>
    </message>
    <message>
        <source>Every collaborative unit cut by administrative units, with its element areas (ha) and share in the unit, 0 to 1.</source>
        <translation>每个协同单元按行政单元切分的部分，含各要素面积（公顷）及其在单元中的份额（0 至 1）。</translation>
    </message>
    <message>
        <source>Every ground is held at 0 V, whatever its value.</source>
        <translation>所有接地均保持 0 V，与其数值无关。</translation>
    </message>
    <message>
        <source>Every link needs one cost and one length.</source>
        <translation>每条连接需要一个成本值和一个长度值。</translation>
    </message>
    <message>
        <source>Every link needs one cost, and every patch one area and one resistance.</source>
        <translation>每条连接需要一个成本值，每个斑块需要一个面积值和一个阻力值。</translation>
    </message>
    <message>
        <source>Every link needs one priority.</source>
        <translation>每条连接需要一个优先级值。</translation>
    </message>
    <message>
        <source>Every member of a collaborative unit carries a duty from its share of the area, of the damage and of the benefit; those who benefit compensate, those who damage govern. The cost of a unit is its area times the cost of what the ground is, so that all costs add up to the need; it is shared between province, cities and counties by how far the unit reaches. The shares are proposals.</source>
        <translation>协同单元的每个成员按其面积、损害和受益份额承担责任：谁受益谁补偿，谁破坏谁治理。单元成本为面积乘以该处实际要素的单位成本，因此全部成本之和等于需求；成本按单元跨越的范围在省、市、县之间分担。分担比例为建议值。</translation>
    </message>
    <message>
        <source>Every pair of sources considered, linked or not: link_id, from_id, to_id, status, lm_link_type, cost, length_m, euclid_m, cost_euclid, cost_length, cf_central, stepping_stones, cost_adjacent, euclid_adjacent. A file name that ends in .xlsx, .ods or .csv gives a spreadsheet.</source>
        <translation>所有参与判断的源地对，无论是否连接：link_id、from_id、to_id、status、lm_link_type、cost、length_m、euclid_m、cost_euclid、cost_length、cf_central、stepping_stones、cost_adjacent、euclid_adjacent。文件名以 .xlsx、.ods 或 .csv 结尾时得到电子表格。</translation>
    </message>
    <message>
        <source>Every patch needs an area, and every two patches the same distance forth and back.</source>
        <translation>每个斑块都需要面积，任意两个斑块往返距离必须相同。</translation>
    </message>
    <message>
        <source>Every row has a key of its own among the current rows. Text is UTF-8, dates are written as in ISO 8601. The store adds to every row: row_id, access, extra (other fields as text), version_from and version_to (the imports it holds from and until), in a GeoPackage also edited_by.</source>
        <translation>当前各行的主键互不相同。文字为 UTF-8，日期按 ISO 8601 书写。数据库为每行增加：row_id、access、extra（其他字段，以文本保存）、version_from 和 version_to（自哪次导入起、至哪次导入止有效），GeoPackage 中另有 edited_by。</translation>
    </message>
    <message>
        <source>Every row needs a key of its own.</source>
        <translation>每一行需要自己的主键。</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>优</translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation>互斥组</translation>
    </message>
    <message>
        <source>Existing store</source>
        <translation>现有数据库</translation>
    </message>
    <message>
        <source>Expected layers</source>
        <translation>预期图层</translation>
    </message>
    <message>
        <source>Expected without clusters</source>
        <translation>无聚集时的期望值</translation>
    </message>
    <message>
        <source>Expenditure (10^4 CNY)</source>
        <translation>财政支出（万元）</translation>
    </message>
    <message>
        <source>Expenditure field</source>
        <translation>财政支出字段</translation>
    </message>
    <message>
        <source>Expert scores</source>
        <translation>专家评分</translation>
    </message>
    <message>
        <source>Expert teams</source>
        <translation>专家团队</translation>
    </message>
    <message>
        <source>Expert value of the link</source>
        <translation>连接专家评分</translation>
    </message>
    <message>
        <source>Expert value of the source</source>
        <translation>源地专家评分</translation>
    </message>
    <message>
        <source>Exponent of the power decay</source>
        <translation>幂衰减指数</translation>
    </message>
    <message>
        <source>Exponent p</source>
        <translation>指数 p</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Extreme imbalance</source>
        <translation>极度失调</translation>
    </message>
    <message>
        <source>FVC, fractional vegetation cover, NDVI, dimidiate pixel model, greenness, change</source>
        <translation>植被覆盖度,FVC,归一化植被指数,像元二分模型,绿度,变化</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>Factor B (or C) from vegetation cover: the curve of Cai, or those of the national monitoring.</source>
        <translation>由植被覆盖度计算因子 B（或 C）：蔡崇法曲线或全国监测曲线。</translation>
    </message>
    <message>
        <source>Factor B, 0 to 1.</source>
        <translation>因子 B，0 至 1。</translation>
    </message>
    <message>
        <source>Factor K from texture and organic carbon: EPIC, EPIC corrected for China, or the nomograph.</source>
        <translation>由质地和有机碳计算因子 K：EPIC、中国修正的 EPIC，或诺谟图。</translation>
    </message>
    <message>
        <source>Factor K in the chosen unit.</source>
        <translation>所选单位的因子 K。</translation>
    </message>
    <message>
        <source>Factor R of a year from annual, monthly or daily rain by six published equations.</source>
        <translation>由年、月或日降雨按六个已发表方程计算全年因子 R。</translation>
    </message>
    <message>
        <source>Factor R of a year in the chosen unit.</source>
        <translation>所选单位的全年因子 R。</translation>
    </message>
    <message>
        <source>Factor names</source>
        <translation>因子名称</translation>
    </message>
    <message>
        <source>Factor of the products</source>
        <translation>产品的系数</translation>
    </message>
    <message>
        <source>Factor table</source>
        <translation>因子表</translation>
    </message>
    <message>
        <source>Factor {name} does not vary: all {count} known cells are {value}. Leave it out.</source>
        <translation>因子 {name} 没有变化：全部 {count} 个有效像元均为 {value}。请去掉该因子。</translation>
    </message>
    <message>
        <source>Factor {name} has no row.</source>
        <translation>因子 {name} 没有对应的行。</translation>
    </message>
    <message>
        <source>Factor {name} has no rows in the score table {table}; it scores {known}. Give the factor names in the right order, or add rows.</source>
        <translation>赋值表 {table} 中没有因子 {name} 的行；表中的因子为 {known}。请按正确顺序填写因子名称，或补充相应行。</translation>
    </message>
    <message>
        <source>Factor {name} has no rows in {table}, which grades {known}. Give the factor names in the right order, or add rows.</source>
        <translation>因子 {name} 在 {table} 中没有对应的行，表中的因子为 {known}。请按正确顺序填写因子名称，或补充行。</translation>
    </message>
    <message>
        <source>Factor {name} is not in the shipped table; it is graded by {method}.</source>
        <translation>内置表中没有因子 {name}；按 {method} 分级。</translation>
    </message>
    <message>
        <source>Factor {name} is scored in several ways ({kinds}); keep one kind. Only range and function rows go together.</source>
        <translation>因子 {name} 有多种赋值方式（{kinds}）；请只保留一种。只有 range 与 function 行可以并用。</translation>
    </message>
    <message>
        <source>Factor {name}: a class row has no code. Write the code into the column from.</source>
        <translation>因子 {name}：有一行类别缺少代码。请在 from 列填写代码。</translation>
    </message>
    <message>
        <source>Factor {name}: a function needs both limits, and row {row} lacks one. Fill in from and to, and score what lies beyond with a range row.</source>
        <translation>因子 {name}：函数需要上下两个界限，第 {row} 行缺少一个。请填写 from 和 to，界限以外的值用 range 行赋值。</translation>
    </message>
    <message>
        <source>Factor {name}: code {code} has more than one score. Keep one row per code.</source>
        <translation>因子 {name}：代码 {code} 有多个赋值。每个代码只保留一行。</translation>
    </message>
    <message>
        <source>Factor {name}: combine is "{method}"; it must be one of {methods}.</source>
        <translation>因子 {name}：combine 为“{method}”；只能是 {methods} 之一。</translation>
    </message>
    <message>
        <source>Factor {name}: grades change at {limits}.</source>
        <translation>因子 {name}：等级分界值为 {limits}。</translation>
    </message>
    <message>
        <source>Factor {name}: kind is {kind}, and it must be one of {kinds}.</source>
        <translation>因子 {name}：kind 为 {kind}，只能是 {kinds} 之一。</translation>
    </message>
    <message>
        <source>Factor {name}: the direction is "{direction}"; write + or -, and - only with {methods}. With the other methods the scores say which values matter.</source>
        <translation>因子 {name}：方向为“{direction}”；请填写 + 或 -，且 - 只能用于 {methods}。其他方法由分值说明哪些取值重要。</translation>
    </message>
    <message>
        <source>Factor {name}: the method is "{method}"; it must be one of {methods}.</source>
        <translation>因子 {name}：方法为“{method}”；只能是 {methods} 之一。</translation>
    </message>
    <message>
        <source>Factor {name}: the range from {lower} to {upper} is empty; from must be below to.</source>
        <translation>因子 {name}：区间 {lower} 至 {upper} 为空；from 必须小于 to。</translation>
    </message>
    <message>
        <source>Factor {name}: the ranges {first} and {second} overlap. Let each range end where the next begins.</source>
        <translation>因子 {name}：区间 {first} 与 {second} 重叠。请使每个区间在下一个区间开始处结束。</translation>
    </message>
    <message>
        <source>Factor {name}: the score table leaves gaps between ranges: {gaps}. A cell with such a value would stop the tool.</source>
        <translation>因子 {name}：赋值表的区间之间有空缺：{gaps}。若有像元取此类值，工具将停止。</translation>
    </message>
    <message>
        <source>Factor {name}: the shares must go from 0 to 100 % without gaps.</source>
        <translation>因子 {name}：累积占比必须从 0 到 100 % 且不留空档。</translation>
    </message>
    <message>
        <source>Factor {name}: there is no function {word}; choose one of {known}.</source>
        <translation>因子 {name}：没有名为 {word} 的函数；请选择 {known} 之一。</translation>
    </message>
    <message>
        <source>Factor {name}: {column} is "{value}", which is no number.</source>
        <translation>因子 {name}：{column} 为“{value}”，不是数字。</translation>
    </message>
    <message>
        <source>Factor {name}: {count} cells have a value without a score, among them {values} (all between {lowest} and {highest}). Add rows for them to the score table or set them to nodata.</source>
        <translation>因子 {name}：{count} 个像元的值没有对应赋值，例如 {values}（均在 {lowest} 与 {highest} 之间）。请在赋值表中补充相应行，或将其设为无数据。</translation>
    </message>
    <message>
        <source>Factor {name}: {count} scores are missing, zero or negative; the first is {value} in row {row} of this factor. A score must be above 0.</source>
        <translation>因子 {name}：{count} 个赋值缺失、为零或为负，首个为该因子第 {row} 行的 {value}。赋值必须大于 0。</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>Factors of the land cover</source>
        <translation>土地覆被的因子</translation>
    </message>
    <message>
        <source>Factors of the sensitivity</source>
        <translation>敏感性分析的系数</translation>
    </message>
    <message>
        <source>Factors of the table without a raster were left aside: {names}.</source>
        <translation>因子表中没有对应栅格的因子未参与计算：{names}。</translation>
    </message>
    <message>
        <source>Factors on costs and on benefits, separated by commas.</source>
        <translation>成本和效益的系数，用逗号分隔。</translation>
    </message>
    <message>
        <source>Failed windows</source>
        <translation>出现问题的窗口</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>Falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>False discovery rate</source>
        <translation>错误发现率</translation>
    </message>
    <message>
        <source>Farthest way of a team (km)</source>
        <translation>团队最远路程（公里）</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Features without geometry.</source>
        <translation>要素缺少几何图形。</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Fewest cells of a class</source>
        <translation>地类最少像元数</translation>
    </message>
    <message>
        <source>Fewest links between {count} patches</source>
        <translation>{count} 个斑块之间的最少连接数</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Field of the table with the class codes.</source>
        <translation>表中的类别代码字段。</translation>
    </message>
    <message>
        <source>Field of the table with the resistance, above 0, no unit.</source>
        <translation>表中的阻力值字段，大于 0，无单位。</translation>
    </message>
    <message>
        <source>Field of the units that names their region, such as the code of the city.</source>
        <translation>单元中表示所属区域的字段，如所在市的代码。</translation>
    </message>
    <message>
        <source>Field of the vector output that holds the class.</source>
        <translation>矢量输出中存放级别的字段。</translation>
    </message>
    <message>
        <source>Field that names the zones; numbered where the layer lacks it.</source>
        <translation>分区名称字段；图层没有该字段时编号。</translation>
    </message>
    <message>
        <source>Field that says what a patch is worth, at least 0: its area, or area x habitat quality. Empty: the field area_ha, or the area of the features in hectares where there is none.</source>
        <translation>表示斑块价值的字段，不小于 0：面积，或面积 x 生境质量。留空：使用字段 area_ha，没有该字段时取要素面积（公顷）。</translation>
    </message>
    <message>
        <source>Field with I, II, III, IV (1 to 4, or HH, LS-HD, LL, HS-LD are understood too).</source>
        <translation>取值为 I、II、III、IV 的字段（也可识别 1 至 4，或 HH、LS-HD、LL、HS-LD）。</translation>
    </message>
    <message>
        <source>Field with L, the cumulative resistance along the link (resistance x metres), above 0. Only its ratio to the largest cost counts, so a length in metres may stand in its place.</source>
        <translation>L 的字段，即沿连接的累积阻力（阻力 x 米），大于 0。仅其与最大成本之比起作用，因此也可用以米为单位的长度代替。</translation>
    </message>
    <message>
        <source>Field with a ratio that says how well the climates of the two sources go together.</source>
        <translation>表示两端源地气候匹配程度的比值字段。</translation>
    </message>
    <message>
        <source>Field with a unique code per unit.</source>
        <translation>存放唯一单元编码的字段。</translation>
    </message>
    <message>
        <source>Field with a unique id per project.</source>
        <translation>每个项目唯一编号的字段。</translation>
    </message>
    <message>
        <source>Field with the access, 0 to 1.</source>
        <translation>可达性字段，0 到 1。</translation>
    </message>
    <message>
        <source>Field with the ampere of each source in the modes one-to-all and all-to-one, such as its area or population. Empty: 1 A each.</source>
        <translation>在 one-to-all 与 all-to-one 模式下各源地的安培数字段，例如面积或种群数量。空：各 1 A。</translation>
    </message>
    <message>
        <source>Field with the area of the source in hectares. Empty: the field area_ha, or the area of the polygons where there is none.</source>
        <translation>源地面积字段（公顷）。留空：采用字段 area_ha，没有该字段时采用面要素的面积。</translation>
    </message>
    <message>
        <source>Field with the class of the road, such as motorway. Empty: the field class where there is one.</source>
        <translation>道路等级字段，例如高速公路。留空：如有字段 class 则采用。</translation>
    </message>
    <message>
        <source>Field with the code of the city or province the unit belongs to; the first four digits of the code where it is missing.</source>
        <translation>单元所属市或省的编码字段；缺失时取编码前四位。</translation>
    </message>
    <message>
        <source>Field with the code of the unit's city or province.</source>
        <translation>存放单元所属市或省代码的字段。</translation>
    </message>
    <message>
        <source>Field with the id of a patch; numbered where the layer lacks it.</source>
        <translation>斑块编号字段；图层没有该字段时编号。</translation>
    </message>
    <message>
        <source>Field with the id of the candidate; features with the same id are one. Empty: the field source_id, or the order of the features where there is none.</source>
        <translation>候选斑块的编号字段；编号相同的要素视为一个。留空：采用字段 source_id，没有该字段时按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the id of the first source.</source>
        <translation>第一个源地的编号字段。</translation>
    </message>
    <message>
        <source>Field with the id of the patch; features with the same id are one patch. Empty: the field source_id, or the order of the features where there is none.</source>
        <translation>斑块编号字段；编号相同的要素为同一斑块。留空：使用字段 source_id，没有该字段时按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the id of the second source.</source>
        <translation>第二个源地的编号字段。</translation>
    </message>
    <message>
        <source>Field with the id of the source; features with the same id are one source. Empty: features are numbered in their order.</source>
        <translation>源地编号字段；编号相同的要素为同一源地。留空：按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the id of the source; features with the same id are one source. Empty: the field source_id, or the order of the features where there is none.</source>
        <translation>源地编号字段；编号相同的要素视为同一源地。留空：使用 source_id 字段，若无该字段则按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the id; features with the same id are one end. Empty: the field source_id, or the order of the features where there is none.</source>
        <translation>编号字段；编号相同的要素视为同一终点。留空：使用 source_id 字段，若无该字段则按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the id; features with the same id are one start. Empty: the field source_id, or the order of the features where there is none.</source>
        <translation>编号字段；编号相同的要素视为同一起点。留空：使用 source_id 字段，若无该字段则按要素顺序编号。</translation>
    </message>
    <message>
        <source>Field with the least-cost distance of the link (resistance x metres), above 0.</source>
        <translation>连接的最小成本距离字段（阻力 x 米），大于 0。</translation>
    </message>
    <message>
        <source>Field with the least-cost distance of the link (resistance x metres), above 0. It is the length of ways over the network and the resistance to current.</source>
        <translation>连接的最小成本距离字段（阻力 x 米），大于 0。它既是网络路径的长度，也是电流的电阻。</translation>
    </message>
    <message>
        <source>Field with the length in metres, above 0, for the cost ratio. Empty: the field length_m, or the length of the lines where there is none.</source>
        <translation>长度字段（米），大于 0，用于成本比。留空：采用字段 length_m，没有该字段时采用线要素的长度。</translation>
    </message>
    <message>
        <source>Field with the length in metres, above 0. Empty: the field length_m, or the length of the lines where there is none.</source>
        <translation>长度字段（米），大于 0。留空：采用字段 length_m，没有该字段时采用线要素的长度。</translation>
    </message>
    <message>
        <source>Field with the name of the species in both.</source>
        <translation>两个图层中物种名称的字段。</translation>
    </message>
    <message>
        <source>Field with the name of the unit; the code where it is missing.</source>
        <translation>单元名称字段；缺失时使用编码。</translation>
    </message>
    <message>
        <source>Field with the six-digit code; polygon layers that have it are checked as administrative units.</source>
        <translation>存放六位代码的字段；含有该字段的多边形图层按行政单元检查。</translation>
    </message>
    <message>
        <source>Field with the unique code of the unit.</source>
        <translation>单元唯一编码字段。</translation>
    </message>
    <message>
        <source>Field with the width of the road in metres. Empty: the field width_m where there is one.</source>
        <translation>道路宽度字段，米。留空：如有字段 width_m 则采用。</translation>
    </message>
    <message>
        <source>Field with the zone.</source>
        <translation>分区字段。</translation>
    </message>
    <message>
        <source>Field with what a candidate would be worth, in the unit of the attribute of the sources. Empty: the field area_ha, or the area of the features in hectares where there is none.</source>
        <translation>候选斑块属性值的字段，单位与源地属性一致。留空：采用字段 area_ha，没有该字段时采用要素面积（公顷）。</translation>
    </message>
    <message>
        <source>Field {field} holds negative values.</source>
        <translation>字段 {field} 含有负值。</translation>
    </message>
    <message>
        <source>Field {field} is empty.</source>
        <translation>字段 {field} 为空。</translation>
    </message>
    <message>
        <source>Field; larger is better.</source>
        <translation>字段；越大越好。</translation>
    </message>
    <message>
        <source>Fields of the dates</source>
        <translation>各时期字段</translation>
    </message>
    <message>
        <source>Fields that are none of the standard: {fields}.</source>
        <translation>不属于标准的字段：{fields}。</translation>
    </message>
    <message>
        <source>Fields to rename</source>
        <translation>字段改名</translation>
    </message>
    <message>
        <source>Fifteen indicators from five perspectives (terrain, hydrothermal conditions, soil, vegetation and landscape, human disturbance), scaled to 0 to 1 by their direction and added with their weights. The list of indicators is a proposal of EcoRestore.</source>
        <translation>选取地形、水热条件、土壤、植被与景观、人类干扰五个维度的15项指标，按方向标准化至0–1后加权求和。指标清单为EcoRestore的建议方案。</translation>
    </message>
    <message>
        <source>Fifteen indicators of ecosystem resilience in five perspectives, on one grid.</source>
        <translation>同一格网上五个维度的 15 个生态系统韧性指标。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fill holes up to (ha)</source>
        <translation>填充孔洞上限（公顷）</translation>
    </message>
    <message>
        <source>Fill in the code of the prefecture.</source>
        <translation>请填写所属地级市代码。</translation>
    </message>
    <message>
        <source>Fill in the six-digit code.</source>
        <translation>请填写六位行政区划代码。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请补填。</translation>
    </message>
    <message>
        <source>Fill the gaps or clip all rasters to one study area.</source>
        <translation>请填补空缺，或将所有栅格裁剪到同一研究区。</translation>
    </message>
    <message>
        <source>Filling holes</source>
        <translation>正在填充孔洞</translation>
    </message>
    <message>
        <source>Filling pits: {done} of {total} cells</source>
        <translation>填洼：已处理 {done}/{total} 个像元</translation>
    </message>
    <message>
        <source>Find unit codes</source>
        <translation>查找单元代码</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Finds restoration techniques that suit the problems and conditions of every unit, and sends expert teams across borders.</source>
        <translation>为每个单元的问题和条件寻找适宜的修复技术，并跨区域派遣专家团队。</translation>
    </message>
    <message>
        <source>Finds the barriers of an ecological network: places whose restoration would improve its links most, on their least-cost paths or beside them, where a better way could be opened. Pinch points say what must not be lost, barriers what should be restored.

A circular window is moved over the raster. Restored across its middle, it would lead from its best cell towards one source to its best cell towards the other: new least-cost distance = mA + mB + 2 r x R', with mA and mB the smallest cost-weighted distances from the two sources in the window, r its radius and R' the resistance of restored land (1). Improvement score = (least-cost distance - new least-cost distance) / (2 r): resistance x metres saved per metre restored. The window is the full disk of cells whose centre is within r; cells of nodata in it are passed over. The window is tried with every radius of the sweep and for every link.

Rasters: the largest score over links and radii at the centre of the window; on request the same as per cent of the least-cost distance of its link, the sum over the links (largest over the radii), the radius of the largest score, and two maps of the land itself: the largest score of the windows that hold a cell, and that cut to what the resistance of the cell exceeds R'.

Polygons: windows count from a threshold of the score on. The strip of a window is the straight line between its best cells towards the two sources; restoring it is what the score promises. Cells of strips whose resistance exceeds R' by the threshold or more stand in the way and form the barriers. Attributes: barrier_id, rank, link_id (link of the best window whose strip crosses the barrier), from_id, to_id, link_ids and link_count (all links with such a window), improvement (the largest score) and radius_m (of the best window), gain (resistance x metres it saves on link_id = improvement x 2 r), gain_percent (of its least-cost distance), gain_total (gain added up over link_ids), area_ha, gain_per_ha (gain_total / area_ha), and the land cover where it is given. A gain needs one strip across the barrier, not all of it; barriers one behind the other must all be crossed.

Barrier Mapper takes a ring one map unit wide instead of the disk; the two differ only where a source lies in the window, and at radii of few cells, where such a ring holds hardly any cell.

Source: McRae et al. 2012, PLoS ONE, doi:10.1371/journal.pone.0052604</source>
        <translation>查找生态网络的障碍点：修复后对连接改善最大的地点，可位于最小成本路径上，也可位于其旁、能开辟更优通路之处。夹点表明哪里不可失去，障碍点表明哪里应当修复。

在栅格上移动一个圆形窗口。若沿其直径修复，通路便从窗口内最靠近一个源地的像元通向最靠近另一源地的像元：新的最小成本距离 = mA + mB + 2 r x R'，其中 mA、mB 为窗口内到两个源地的最小成本加权距离，r 为窗口半径，R' 为修复后土地的阻力（1）。改善得分 = (最小成本距离 - 新的最小成本距离) / (2 r)：每修复一米所节省的阻力 x 米。窗口为中心距在 r 以内的全部像元（整圆），其中的无数据像元略过。对每条连接、每种半径都计算一次。

栅格：窗口中心处各连接、各半径的最大得分；可另行输出：该得分占其连接最小成本距离的百分比、各连接得分之和（取各半径的最大值）、最大得分对应的半径，以及两幅针对土地本身的图：包含该像元的窗口的最大得分，以及以像元阻力超出 R' 的部分为上限的同一得分。

多边形：得分不低于阈值的窗口计入。窗口的修复带是其中最靠近两个源地的两个像元之间的直线；修复它即可获得得分所表示的收益。修复带上阻力超出 R' 不少于阈值的像元阻挡通行，构成障碍点。属性：barrier_id、rank、link_id（修复带穿过该障碍点的最优窗口所属的连接）、from_id、to_id、link_ids 和 link_count（具有此类窗口的全部连接）、improvement（最大得分）与 radius_m（最优窗口的半径）、gain（在 link_id 上节省的阻力 x 米 = improvement x 2 r）、gain_percent（占其最小成本距离的百分比）、gain_total（link_ids 各连接收益之和）、area_ha、gain_per_ha（gain_total / area_ha），以及给出土地覆被时的覆被构成。获得收益只需修复一条穿过障碍点的带，而非其全部；前后相接的障碍点须全部打通。

Barrier Mapper 采用宽一个地图单位的圆环而非整圆；两者仅在源地落入窗口，或半径只有几个像元、圆环几乎不含像元时有差别。

来源：McRae et al. 2012, PLoS ONE, doi:10.1371/journal.pone.0052604</translation>
    </message>
    <message>
        <source>Finds the cheapest way from every start to its nearest end or to all ends over a resistance surface. Starts and ends may be points, lines or polygons, as many as you like, in any mixture.

Cost of a step = mean resistance of the two cells x distance of their centres in metres; diagonal steps are longer. Cost of a path = sum of its steps = value of the cumulative resistance of its end at its start. Inside a start or an end movement is free, so that the path leaves and enters where that is cheapest; where both overlap the cost is 0.

nearest: one path per start, to the end that costs least; among equally near ends the first in the order of ids. all: a path for every pair. Without ends, the paths run among the starts: each to the nearest other one, or every pair once.

Starts and ends that no path joins within the largest cost are counted and named; the others are worked all the same. Use Ecological corridors for a network of sources, with corridors around the paths.

Attributes: path_id, from_id, to_id, cost (resistance x metres), length_m (between cell centres), euclid_m (straight distance between the edges), cost_euclid (cost / straight distance, of at least one cell), cost_length (cost / length: mean resistance on the way).

Source: Dijkstra 1959, Numerische Mathematik, doi:10.1007/BF01386390; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</source>
        <translation>求每个起点经阻力面到达最近终点或全部终点的最小成本路径。起点和终点可为点、线或面，数量不限，可任意混合。

每一步的成本 = 两个像元阻力的平均值 x 像元中心距离（米），对角移动的距离更长。路径成本 = 各步成本之和 = 终点的累积阻力面在起点处的值。起点或终点内部可自由移动，因此路径从成本最低处离开和进入；两者重叠时成本为 0。

nearest：每个起点一条路径，通往成本最低的终点；成本相等时取编号次序在前者。all：每一对一条路径。未给出终点时，求起点之间的路径：各通往最近的另一起点，或每对一次。

在最大成本内没有路径的起点和终点会被计数并列出，其余照常计算。若需要源地网络及路径周围的廊道，请使用“生态廊道”。

属性：path_id、from_id、to_id、cost（阻力 x 米）、length_m（像元中心间长度）、euclid_m（边缘间直线距离）、cost_euclid（成本 / 直线距离，直线距离至少取一个像元）、cost_length（成本 / 长度：途中平均阻力）。

来源：Dijkstra 1959, Numerische Mathematik, doi:10.1007/BF01386390; Adriaensen et al. 2003, Landscape and Urban Planning, doi:10.1016/S0169-2046(02)00242-6</translation>
    </message>
    <message>
        <source>Finds the ecological sources (core patches) of a security pattern: connected cells of habitat that together reach a minimum area.

Habitat is either the cells of chosen classes, such as forest, shrub and wetland of a land-cover raster or the core class of a pattern analysis, or the cells at or above a minimum value, such as habitat quality or importance. Small holes can be filled; holes that reach the edge of the raster or unknown cells stay. Then habitat closer to other land than the edge width can be left out, so that only cores remain. For the core class of a pattern analysis (MSPA) the habitat class is 17, and 117 inside holes.

Protected areas can be added to the habitat, or habitat outside them left out. Patches no farther apart than the bridging distance become one source of several parts, before the minimum area is asked for.

Patches are numbered by area, the largest first, or by what the connectivity of the whole loses without them (delta of the probability of connectivity, dPC, see Patch connectivity). Areas are in hectares, perimeters follow the cell edges in metres, and the shape index is 0.25 x perimeter / square root of the area (1 for a square).

Source: shape index of McGarigal &amp; Marks 1995, FRAGSTATS, doi:10.2737/PNW-GTR-351; dPC of Saura &amp; Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005.</source>
        <translation>提取安全格局的生态源地（核心斑块）：总面积达到最小面积的连通生境像元。

生境可以是指定类别的像元，例如土地覆被栅格中的林地、灌木和湿地，或形态格局分析的核心区类别；也可以是不低于最小值的像元，例如生境质量或重要性。可填充小孔洞；与栅格边缘或未知像元相连的孔洞保留。随后可去掉距其他用地小于边缘宽度的生境，只保留核心区。使用形态学空间格局分析（MSPA）的核心区时，生境类别为 17，孔洞内部为 117。

可将保护地加入生境，或剔除保护地以外的生境。相距不超过桥接距离的斑块合并为一个由多部分组成的源地，然后再判断最小面积。

斑块按面积从大到小编号，或按没有该斑块时整体连通性的损失编号（可能连通性指数的 delta，即 dPC，见“斑块连通性”）。面积单位为公顷，周长沿像元边缘计算，单位为米，形状指数为 0.25 x 周长 / 面积的平方根（正方形为 1）。

来源：形状指数 McGarigal &amp; Marks 1995, FRAGSTATS, doi:10.2737/PNW-GTR-351；dPC Saura &amp; Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005。</translation>
    </message>
    <message>
        <source>Finds the places where losing a little land would cut a corridor: current of circuit theory is high there because there is no way around. Pinch points are first candidates for protection and restoration.

1. For every link, 1 A flows from one source to the other, through the cells of its corridor and of the two sources only. The two sources are one node each. 2. The current map keeps the largest current over the links; sources are nodata in it. 3. Cells from the threshold on, a quantile of the current in all corridors, form patches; cells that touch at a corner hang together, and small patches are dropped. 4. Patches are ranked by their largest current.

That is the mode adjacent. In all_pairs, 1 A flows between every two linked sources through all corridors together; in all_to_one, every source in turn takes 1 A from each of the others. The currents add up, so that they show which places the whole network depends on, and can exceed 1 A.

Resistor between neighbours: (R1 + R2) / 2 x d, d = 1 and sqrt 2 on diagonals, as in Linkage Mapper. Effective resistance of a link in resistance x metres = that in cell units x cell size; cost_ratio = least-cost distance / effective resistance: near 1 there is a single way, larger values mean alternatives.

Attributes: pinch_id, rank (1 strongest), link_id (the link with the largest current there; with all sources at once the cheapest whose corridor holds the place), from_id, to_id, current_max and current_mean in ampere (1 = all the current of the link), area_ha, width_m (width of the passage = twice the distance from its middle to the edge of the corridor, at the cells with at least three quarters of current_max), and the land cover where it is given.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Linkage Mapper's Pinchpoint Mapper (McRae 2012)</source>
        <translation>查找少量土地丧失就会切断廊道的地点：由于没有其他通路，该处的电流很高。夹点是保护与修复的首选对象。

1. 对每条连接，1 A 电流从一个源地流向另一个源地，仅经过其廊道和这两个源地的像元；两个源地各为一个节点。2. 电流图取各连接中的最大电流；源地在图中为无数据。3. 电流不低于阈值（全部廊道内电流的分位数）的像元构成斑块；角点相接的像元视为相连，过小的斑块舍去。4. 斑块按最大电流排序。

以上为 adjacent 模式。all_pairs 模式下，每两个相连网络中的源地之间有 1 A 电流流过全部廊道；all_to_one 模式下，每个源地依次从其余各源地各接收 1 A。电流相加，表明整个网络依赖哪些地点，其值可超过 1 A。

相邻像元间的电阻：(R1 + R2) / 2 x d，d = 1，对角线方向为 2 的平方根，与 Linkage Mapper 一致。连接的有效电阻（阻力 x 米）= 像元单位的有效电阻 x 像元大小；cost_ratio = 最小成本距离 / 有效电阻：接近 1 表示只有一条通路，值越大表示可替代通路越多。

属性：pinch_id、rank（1 为最强）、link_id（该处电流最大的连接；全部源地同时计算时，为廊道包含该处且成本最低的连接）、from_id、to_id、current_max 和 current_mean（安培；1 表示该连接的全部电流）、area_ha、width_m（通道宽度 = 通道中线到廊道边缘距离的两倍，取电流不低于 current_max 四分之三的像元），以及给出土地覆被时的覆被构成。

来源：McRae et al. 2008, Ecology, doi:10.1890/07-1861.1；Linkage Mapper 的 Pinchpoint Mapper (McRae 2012)</translation>
    </message>
    <message>
        <source>Finds the ways along which species can follow their climate: from a warm source to a cool one, through land that is easy to cross, without leading through warmer or cooler land than needed.

1. The climate of a source is its mean minus DEVIATIONS standard deviations over its cells (its cool part, for temperature). Sources are linked when their climates differ by more than the threshold and their straight distance lies between the two limits. 2. A step between two cells costs length x (1 + mean resistance) + penalty x change of the climate, in metres: the falling penalty where the climate falls on the way, the rising penalty where it rises. GRASS r.walk computes the same with the climate as elevation, the resistance as friction (lambda 1), slope factor 1 and the coefficients 1, rising, -falling, -falling. A path with one direction of change pays the difference between its ends once, and any other pays for its ups and downs too. 3. Normalised least-cost corridor = cost from the first source + cost to the second - least cost between them; the mosaic is the smallest value over all links.

With equal penalties the way forth costs what the way back does. With a larger rising penalty and the direction falling, ways that lead back into warmer land are avoided most.

Sources: Nunez et al. 2013, Conservation Biology, doi:10.1111/cobi.12014; Kavanagh et al. 2013, Climate Linkage Mapper</source>
        <translation>寻找物种追随其适宜气候的通道：从温暖的源地到凉爽的源地，穿过易于通行的土地，且不经过过暖或过冷的区域。

1. 源地的气候取其像元均值减去 DEVIATIONS 倍标准差（对气温而言即其较凉的部分）。当两个源地的气候差异大于阈值，且直线距离介于两个限值之间时予以连接。2. 相邻像元之间一步的成本为 长度 x (1 + 平均阻力) + 惩罚系数 x 气候变化量，单位为米：沿途气候值下降时采用下降惩罚，上升时采用上升惩罚。这与 GRASS r.walk 以气候为高程、以阻力为摩擦（lambda 为 1）、坡度因子为 1、系数为 1, 上升, -下降, -下降 时的计算相同。气候单向变化的路径只为两端的差异付出一次成本，其他路径还要为沿途的起伏付出成本。3. 标准化最小成本廊道 = 距第一个源地的成本 + 到第二个源地的成本 - 两者间的最小成本；镶嵌图取所有连接的最小值。

两个惩罚系数相等时，往返成本相同。若上升惩罚较大且方向为 falling，则最能避免重新进入更暖区域的路径。

来源：Nunez et al. 2013, Conservation Biology, doi:10.1111/cobi.12014；Kavanagh et al. 2013, Climate Linkage Mapper</translation>
    </message>
    <message>
        <source>First by priority: {names}.</source>
        <translation>优先次序居前的单元：{names}。</translation>
    </message>
    <message>
        <source>First carbon storage</source>
        <translation>初期碳储量</translation>
    </message>
    <message>
        <source>First column: the factor names. Other columns: one per factor, named like the rows. Columns called source, provenance or note are left aside.</source>
        <translation>第一列为因子名称，其余每个因子一列，列名与行名相同。名为 source、provenance 或 note 的列不参与计算。</translation>
    </message>
    <message>
        <source>First date, such as 2023 or 2023-05-01.</source>
        <translation>第一个日期，如 2023 或 2023-05-01。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Fiscal expenditure per year (10^4 CNY).</source>
        <translation>年财政支出（万元）。</translation>
    </message>
    <message>
        <source>Fiscal revenue per year (10^4 CNY).</source>
        <translation>年财政收入（万元）。</translation>
    </message>
    <message>
        <source>Fiscal weakness</source>
        <translation>财力薄弱度</translation>
    </message>
    <message>
        <source>Fiscal weakness field</source>
        <translation>财政薄弱字段</translation>
    </message>
    <message>
        <source>Fiscally weak</source>
        <translation>财力薄弱</translation>
    </message>
    <message>
        <source>Fixed end members need NDVI of bare soil and of full vegetation.</source>
        <translation>固定端元需要同时给出裸土 NDVI 和全植被 NDVI。</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Floor for core units</source>
        <translation>核心单元保底比例</translation>
    </message>
    <message>
        <source>Floor for fiscally weak units</source>
        <translation>财政薄弱单元保底比例</translation>
    </message>
    <message>
        <source>Flow length</source>
        <translation>水流长度</translation>
    </message>
    <message>
        <source>Flow potential</source>
        <translation>潜在流</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>服务流</translation>
    </message>
    <message>
        <source>Folder of aligned rasters</source>
        <translation>对齐后栅格的文件夹</translation>
    </message>
    <message>
        <source>Folder of single maps</source>
        <translation>单次运行图的文件夹</translation>
    </message>
    <message>
        <source>Folder of the sample area</source>
        <translation>示例区文件夹</translation>
    </message>
    <message>
        <source>Folder with the run records (JSON) of the tools that made the layers; their settings and versions are shown.</source>
        <translation>生成各图层的工具的运行记录（JSON）所在文件夹；其参数设置与版本将列入报告。</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食物供给</translation>
    </message>
    <message>
        <source>Food demand</source>
        <translation>食物需求</translation>
    </message>
    <message>
        <source>Food from production statistics, carbon fixation from net primary production, water yield from a Budyko curve, soil conservation by CSLE, recreation from a landscape score; demand from population, consumption and statistics. Every service keeps its own physical unit.</source>
        <translation>食物供给依据产量统计，固碳依据净初级生产力，产水量采用Budyko曲线，土壤保持采用CSLE模型，休闲游憩依据景观得分；需求依据人口、消费与统计数据。各项服务保持各自的物理单位。</translation>
    </message>
    <message>
        <source>Food production</source>
        <translation>食物生产</translation>
    </message>
    <message>
        <source>Food supply</source>
        <translation>食物供给</translation>
    </message>
    <message>
        <source>Food that one person needs in a year, kg. 400 kg of grain is a national security line.</source>
        <translation>每人每年所需食物，千克。400 千克粮食为国家粮食安全线。</translation>
    </message>
    <message>
        <source>Food that the people of each cell need, t/yr per cell.</source>
        <translation>每个像元内人口所需的食物，吨/年/像元。</translation>
    </message>
    <message>
        <source>For P, the mean resistance inside each source. Empty: 1 for all sources.</source>
        <translation>用于计算 P，即各源地内部的平均阻力。留空：所有源地取 1。</translation>
    </message>
    <message>
        <source>For Zero resistance = minimum. Empty: the smallest value above 0 in the raster.</source>
        <translation>用于零阻力 = minimum。空：栅格中大于 0 的最小值。</translation>
    </message>
    <message>
        <source>For ahp and combined: first column the factor names, other columns one per factor, as in Weights by pairwise comparison. Left empty, the shipped illustrative matrix is used.</source>
        <translation>用于 ahp 和 combined：首列为因子名，其余每个因子一列，与“层次分析法权重”相同。留空时使用随附的示例矩阵。</translation>
    </message>
    <message>
        <source>For catchment; gaussian is usual.</source>
        <translation>用于 catchment；通常用 gaussian。</translation>
    </message>
    <message>
        <source>For distance: how far neighbours may be. Empty: the smallest distance at which every unit has one.</source>
        <translation>用于 distance：邻居的最大距离。留空则取使每个单元都有邻居的最小距离。</translation>
    </message>
    <message>
        <source>For distance: weight = 1 / distance^power. 0 gives all neighbours the same weight.</source>
        <translation>用于 distance：权重 = 1 / 距离^幂次。0 表示所有邻居权重相同。</translation>
    </message>
    <message>
        <source>For documents and slides.</source>
        <translation>供文档与幻灯片使用。</translation>
    </message>
    <message>
        <source>For dpc, between 0 and 1; 0.5 goes with the median dispersal distance.</source>
        <translation>用于 dpc，介于 0 和 1 之间；0.5 对应扩散距离的中位数。</translation>
    </message>
    <message>
        <source>For dpc: straight distance at which the probability of moving between two patches is the one below.</source>
        <translation>用于 dpc：两个斑块之间迁移概率等于下列取值时的直线距离。</translation>
    </message>
    <message>
        <source>For every service, flows lead from units with a surplus to units with a deficit: as much deficit as possible is served over the shortest distances; services of the water flow downstream only, where the elevation is known. Who receives a service pays its price, reduced by its capacity (GDP per person over the mean, at most 1). Received less paid is the net position.</source>
        <translation>对每项服务，流量由盈余单元流向亏缺单元：在总距离最短的条件下满足尽可能多的亏缺；高程已知时，与水有关的服务只流向下游。获得服务者按价格支付，并按支付能力（人均 GDP 与均值之比，最大为 1）折减。获得减支付为净收支。</translation>
    </message>
    <message>
        <source>For every unit, techniques are rated by

suitability = share of its problems the technique solves x fit of the pattern element x fit of slope and precipitation.

Inside its range a condition fits fully; beyond it the fit falls to 0 over a quarter of the range. A technique meant for other elements counts half. Problems that no suitable technique solves are the technical bottlenecks of the unit.

Expert teams are assigned where they are worth most: at most one team per unit, no team beyond its capacity, worth = importance x share of the unit's best techniques that the team masters, less up to a tenth for the way. Units that no team can help stay open and are reported.

Problems are words separated by semicolons, such as "erosion; fragmentation"; the technique table says which words it knows. The shipped table is illustrative: add the techniques and costs of your province.

Source: technology sharing across regions, Peng 2025, doi:10.61360/BoniGHSS252018890606; the rating is a proposal of EcoRestore.</source>
        <translation>对每个单元，技术的评分为

适宜性 = 该技术能解决的问题份额 x 格局要素匹配度 x 坡度和降水匹配度。

条件在范围内完全匹配；超出后在范围的四分之一内降为 0。针对其他要素的技术减半。没有适宜技术能解决的问题即为该单元的技术短板。

专家团队派往价值最大的地方：每个单元最多一个团队，团队不超过其容量，价值 = 重要性 x 团队掌握的该单元最优技术份额，并因路程最多减少十分之一。没有团队能帮助的单元保持空缺并予以报告。

问题用分号分隔，如“erosion; fragmentation”；技术表列出可用词语。内置表仅为示例：请补充本省的技术与费用。

来源：跨区域技术共享，Peng 2025, doi:10.61360/BoniGHSS252018890606；评分为 EcoRestore 建议。</translation>
    </message>
    <message>
        <source>For example mean annual temperature (degC). Cells without it cannot be crossed.</source>
        <translation>例如年平均气温（℃）。没有气候值的像元不可通行。</translation>
    </message>
    <message>
        <source>For knn: how many nearest units are neighbours.</source>
        <translation>用于 knn：多少个最近单元为邻居。</translation>
    </message>
    <message>
        <source>For limits: ascending values from which on the next level begins, one less than levels, separated by commas.</source>
        <translation>用于 limits：递增的数值，从该值起进入更高一级，个数比级数少一，以逗号分隔。</translation>
    </message>
    <message>
        <source>For manual: ascending costs separated by commas, the upper limits of all levels but the last.</source>
        <translation>用于手动方法：以逗号分隔的递增成本值，为除最后一级外各等级的上限。</translation>
    </message>
    <message>
        <source>For manual: ascending numbers separated by commas, both ends included.</source>
        <translation>用于 manual：以逗号分隔的递增数值，包含两端。</translation>
    </message>
    <message>
        <source>For matching types per cell: one raster per service, in the order of the names.</source>
        <translation>用于像元的匹配类型：每项服务一个栅格，按名称顺序。</translation>
    </message>
    <message>
        <source>For print.</source>
        <translation>供打印。</translation>
    </message>
    <message>
        <source>For queen and rook: gaps up to this width count as a common border, since digitised borders rarely agree exactly.</source>
        <translation>用于 queen 和 rook：不超过此宽度的缝隙视为公共边界，因为数字化的边界很少完全一致。</translation>
    </message>
    <message>
        <source>For storage_difference.</source>
        <translation>用于 storage_difference。</translation>
    </message>
    <message>
        <source>For the bivariate test: the field that is looked at in the neighbours. Empty: the same field.</source>
        <translation>用于双变量检验：在邻居中考察的字段。留空则为同一字段。</translation>
    </message>
    <message>
        <source>For the change of area (dA) and of equivalent connected area (dECA) from the first date to this one. It needs the same fields.</source>
        <translation>用于计算从第一期到第二期的面积变化（dA）和等效连通面积变化（dECA）。需要相同的字段。</translation>
    </message>
    <message>
        <source>For the change of connectivity.</source>
        <translation>用于连通性变化。</translation>
    </message>
    <message>
        <source>For the change per year; a table of statistics may say its own.</source>
        <translation>用于计算年均变化；统计表可另行给出各自的年数。</translation>
    </message>
    <message>
        <source>For the decay power.</source>
        <translation>用于衰减 power。</translation>
    </message>
    <message>
        <source>For the layer rasters: files with dates.</source>
        <translation>用于图层 rasters：带日期的文件。</translation>
    </message>
    <message>
        <source>For the sensitivity every weight is multiplied by a factor between 1 - spread and 1 + spread.</source>
        <translation>敏感性分析中每个权重乘以 1 - 幅度 到 1 + 幅度 之间的系数。</translation>
    </message>
    <message>
        <source>For the spatial correction, any unit. Empty: no correction.</source>
        <translation>用于空间修正，任意单位。留空：不修正。</translation>
    </message>
    <message>
        <source>For value: resilience from which on a unit is high.</source>
        <translation>用于 value：韧性达到该值的单元为高。</translation>
    </message>
    <message>
        <source>For zero_locked: how many classes.</source>
        <translation>用于 zero_locked：级数。</translation>
    </message>
    <message>
        <source>Foreground cells</source>
        <translation>前景像元数</translation>
    </message>
    <message>
        <source>Foreground classes</source>
        <translation>前景类别</translation>
    </message>
    <message>
        <source>Foreground classes are whole numbers; {value} is not.</source>
        <translation>前景类别应为整数；{value} 不是整数。</translation>
    </message>
    <message>
        <source>Foreground connectivity</source>
        <translation>前景连通性</translation>
    </message>
    <message>
        <source>Foreground connectivity must be 4 or 8, not {value}.</source>
        <translation>前景连通性必须为 4 或 8，而不是 {value}。</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>林地</translation>
    </message>
    <message>
        <source>Form of night light</source>
        <translation>夜间灯光的形式</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>模型形式</translation>
    </message>
    <message>
        <source>Form of the night-light correction</source>
        <translation>夜间灯光修正形式</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Four types of units: high or low supply with high or low demand, by z-score quadrants.</source>
        <translation>按 z 分数象限将单元分为四类：供给高或低与需求高或低的组合。</translation>
    </message>
    <message>
        <source>Fractional vegetation cover from NDVI by the dimidiate pixel model, for one date or two.</source>
        <translation>用像元二分模型由 NDVI 计算一期或两期植被覆盖度。</translation>
    </message>
    <message>
        <source>From 0 to 1, one for each ratio.</source>
        <translation>0 至 1，每个比值一个。</translation>
    </message>
    <message>
        <source>From one radius to the next. Empty: the smallest radius.</source>
        <translation>相邻两个半径之差。留空：最小半径。</translation>
    </message>
    <message>
        <source>From source</source>
        <translation>起始源地</translation>
    </message>
    <message>
        <source>From the security pattern to funded cross-regional restoration units: the elements in every administrative unit, who leads, which units come first and how sure that is, who carries which share of the cost, who compensates whom, and who gets which funds. After Peng 2025, sections 2.3 to 2.5.</source>
        <translation>从安全格局到落实资金的跨区域修复单元：各行政单元内的要素、由谁牵头、哪些单元优先及其可靠程度、谁承担多少费用、谁补偿谁、谁获得哪些资金。依据 Peng 2025 第 2.3 至 2.5 节。</translation>
    </message>
    <message>
        <source>From the smallest to the largest resistance, no unit.</source>
        <translation>由最小到最大阻力值，无单位。</translation>
    </message>
    <message>
        <source>From unit</source>
        <translation>供给单元</translation>
    </message>
    <message>
        <source>From which level the rows may be seen; standard is what the data standard says of the layer.</source>
        <translation>哪一级起可以看到这些行；standard 为数据标准对该图层的规定。</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>完成度</translation>
    </message>
    <message>
        <source>Fulfilment = value / target (target / value where less is better), at most 120 %. Score = 100 x sum of weight x fulfilment; weights of indicators without a value are shared among the others. Grade: excellent from 90, good from 75, fair from 60, else poor. Obstacle = weight x (1 - fulfilment) / sum of the same.</source>
        <translation>完成度 = 实际值 / 目标值（越小越好的指标为目标值 / 实际值），最高 120 %。得分 = 100 × Σ 权重 × 完成度；无值指标的权重分给其余指标。等级：90 及以上为优秀，75 及以上为良好，60 及以上为一般，其余为较差。障碍度 = 权重 × (1 - 完成度) / 同式之和。</translation>
    </message>
    <message>
        <source>Fulfilment of the targets (%)</source>
        <translation>目标完成度（%）</translation>
    </message>
    <message>
        <source>Full restoration plan (full_plan)</source>
        <translation>完整修复规划（full_plan）</translation>
    </message>
    <message>
        <source>Funded</source>
        <translation>已落实资金</translation>
    </message>
    <message>
        <source>Funded (%)</source>
        <translation>资金落实率（%）</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资金分配</translation>
    </message>
    <message>
        <source>Funding allocation</source>
        <translation>资金分配优化</translation>
    </message>
    <message>
        <source>Funding of all units (10^4 CNY)</source>
        <translation>各单元资金安排（万元）</translation>
    </message>
    <message>
        <source>Funding of the plan</source>
        <translation>资金安排</translation>
    </message>
    <message>
        <source>Funding of the units with the largest need</source>
        <translation>资金需求最大单元的资金构成</translation>
    </message>
    <message>
        <source>Funds and results of projects differ in number: {counts}.</source>
        <translation>项目的资金与成果数目不一致：{counts}。</translation>
    </message>
    <message>
        <source>Funds that PPP projects can raise.</source>
        <translation>PPP 项目可筹集的资金。</translation>
    </message>
    <message>
        <source>Further dispersal distances</source>
        <translation>其他扩散距离</translation>
    </message>
    <message>
        <source>Further score rasters</source>
        <translation>其他评分栅格</translation>
    </message>
    <message>
        <source>G: conductances of the cells, siemens; v: voltages, V; i: injected currents, 1 A for every pair; I: sum of the currents of all pairs, A</source>
        <translation>G：栅格电导（S）；v：电压（V）；i：注入电流，每对源地 1 A；I：所有源地对电流之和（A）</translation>
    </message>
    <message>
        <source>GDP</source>
        <translation>GDP</translation>
    </message>
    <message>
        <source>GDP (10^4 CNY)</source>
        <translation>地区生产总值（万元）</translation>
    </message>
    <message>
        <source>GDP field</source>
        <translation>GDP 字段</translation>
    </message>
    <message>
        <source>GDP of the unit</source>
        <translation>单元的 GDP</translation>
    </message>
    <message>
        <source>GDP per km2 (10^4 CNY)</source>
        <translation>每平方千米 GDP（万元）</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Gain (%)</source>
        <translation>增益（%）</translation>
    </message>
    <message>
        <source>Gain by its own habitat</source>
        <translation>自身生境的增益</translation>
    </message>
    <message>
        <source>Gain if added alone</source>
        <translation>单独增加时的增益</translation>
    </message>
    <message>
        <source>Gain of all links</source>
        <translation>全部连接的收益</translation>
    </message>
    <message>
        <source>Gain per hectare</source>
        <translation>单位面积收益（每公顷）</translation>
    </message>
    <message>
        <source>Gamma index</source>
        <translation>γ指数</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>资金缺口</translation>
    </message>
    <message>
        <source>Gaps between polygons, {share} % of their area.</source>
        <translation>面之间存在缝隙，占其面积的 {share} %。</translation>
    </message>
    <message>
        <source>Gas regulation</source>
        <translation>气体调节</translation>
    </message>
    <message>
        <source>Gathers the places where a network of corridors deserves attention first into one layer of points.

pinch_point: the point of each pinch point that lies farthest from its edge; rank as in the layer. barrier: the same of each barrier. crossing: where the paths of two or more links cross, join or part outside the sources; such a place serves several links at once. road_break: where a path meets a road; a candidate for a wildlife passage.

Places of one type nearer to each other than the merging distance become one, placed at the one nearest to their middle. Crossings nearer than that to an end of their links are left out, because links that leave a source side by side are no crossing; so are crossings and breaks inside sources.

rank counts within the type, 1 first. Crossings: more links first, then the larger sum of 1 / cost of their links. Breaks: more links first, then the wider road where its width is known, then the sum of 1 / cost.

Fields: node_id, node_type, rank, link_ids (the corridors, separated by commas), link_count, pinch_id, unit_code, unit_name, barrier_id, area_ha (of the pinch point or barrier), road_class (of all roads at a break), road_width_m (of the widest).

Source: node types as usual in ecological security pattern studies; the ranking is a convention of EcoRestore</source>
        <translation>将廊道网络中最需优先关注的地点汇总为一个点图层。

pinch_point（夹点）：每个夹点内距其边缘最远的点，等级沿用夹点图层。barrier（障碍点）：对每个障碍点同样处理。crossing（廊道交叉点）：两条或多条连接的路径在源地之外交叉、汇合或分开之处，一处同时服务多条连接。road_break（道路断裂点）：路径与道路相交之处，是野生动物通道的备选位置。

同一类型、间距小于合并距离的地点合并为一个，取最靠近其中心的那一点。距所属连接端点小于该距离的交叉点不计，因为并行离开同一源地的连接并不构成交叉；源地内部的交叉点与断裂点也不计。

rank 在同一类型内排序，1 为最高。交叉点：涉及连接多者在前，其次按所涉连接的 1 / cost 之和由大到小。断裂点：涉及连接多者在前，其次为道路较宽者（已知宽度时），再次按 1 / cost 之和。

字段：node_id、node_type、rank、link_ids（所在廊道，以逗号分隔）、link_count、pinch_id、unit_code、unit_name、barrier_id、area_ha（夹点或障碍点的面积）、road_class（断裂点处全部道路的等级）、road_width_m（其中最宽道路的宽度）。

来源：节点类型遵循生态安全格局研究的通行做法；排序规则为 EcoRestore 的约定</translation>
    </message>
    <message>
        <source>Geometries are there and valid; lines and polygons are kept as multiple parts.</source>
        <translation>几何不缺失且有效；线和面以多部件保存。</translation>
    </message>
    <message>
        <source>Geometry {geometry}, key {key}, open to {access}.</source>
        <translation>几何类型 {geometry}，主键 {key}，开放范围：{access}。</translation>
    </message>
    <message>
        <source>Give ET0, or the lowest and highest temperatures and the precipitation of twelve months.</source>
        <translation>请给出 ET0，或十二个月的最低、最高气温和降水。</translation>
    </message>
    <message>
        <source>Give GDP by cell, or administrative units with their GDP.</source>
        <translation>请给出逐像元的 GDP，或带有 GDP 的行政单元。</translation>
    </message>
    <message>
        <source>Give NDVI of the second date, or leave its outputs out.</source>
        <translation>请给出第二期 NDVI，或不要其输出。</translation>
    </message>
    <message>
        <source>Give a cell size: that of {layer} is in another coordinate system.</source>
        <translation>请给出像元大小：{layer} 的像元大小属于另一坐标系。</translation>
    </message>
    <message>
        <source>Give a file for the PDF, for the PNG, or for the atlas.</source>
        <translation>请给出 PDF、PNG 或图集的文件。</translation>
    </message>
    <message>
        <source>Give a new store, an existing one, or a connection.</source>
        <translation>请给出新数据库、现有数据库或连接之一。</translation>
    </message>
    <message>
        <source>Give a series of rasters or a table, one of them.</source>
        <translation>请给出栅格序列或表，二者之一。</translation>
    </message>
    <message>
        <source>Give a store or a connection, one of them.</source>
        <translation>请给出数据库或连接，二者之一。</translation>
    </message>
    <message>
        <source>Give a table of indicators, or rasters.</source>
        <translation>请给出指标表或栅格。</translation>
    </message>
    <message>
        <source>Give a table or rasters, not both.</source>
        <translation>请给出表或栅格，不能两者都给。</translation>
    </message>
    <message>
        <source>Give access as a raster or as areas, not both.</source>
        <translation>可达性请以栅格或区域之一给出，不要同时给出。</translation>
    </message>
    <message>
        <source>Give annual precipitation or rainfall erosivity.</source>
        <translation>请给出年降水量或降雨侵蚀力。</translation>
    </message>
    <message>
        <source>Give annual precipitation, or choose another method.</source>
        <translation>请给出年降水，或选择其他方法。</translation>
    </message>
    <message>
        <source>Give answers, expert scores, or both.</source>
        <translation>请给出答案、专家评分，或两者。</translation>
    </message>
    <message>
        <source>Give at least two rasters, or units with at least two fields.</source>
        <translation>请提供至少两个栅格，或含至少两个字段的单元。</translation>
    </message>
    <message>
        <source>Give control places, or layers to match controls by.</source>
        <translation>请给出对照区，或用于匹配对照的图层。</translation>
    </message>
    <message>
        <source>Give corridors as polygons or as lines, not both.</source>
        <translation>廊道请用面或线之一给出，不要同时给出。</translation>
    </message>
    <message>
        <source>Give current sources as raster or as layer.</source>
        <translation>请以栅格或图层给出电流源。</translation>
    </message>
    <message>
        <source>Give daily precipitation and the date of its first day.</source>
        <translation>请给出日降水及其首日日期。</translation>
    </message>
    <message>
        <source>Give either a raster or a vector layer.</source>
        <translation>请提供栅格或矢量图层二者之一。</translation>
    </message>
    <message>
        <source>Give either a template or a coordinate system, extent and cell size, not both.</source>
        <translation>请只给出模板，或只给出坐标系、范围和像元大小，不能同时给出。</translation>
    </message>
    <message>
        <source>Give grounds as raster or as layer.</source>
        <translation>请以栅格或图层给出接地。</translation>
    </message>
    <message>
        <source>Give layers to match controls by, or leave the control cells and kinds of place out.</source>
        <translation>请给出用于匹配对照的图层，或不输出对照像元与地类组合表。</translation>
    </message>
    <message>
        <source>Give net primary production.</source>
        <translation>请给出净初级生产力。</translation>
    </message>
    <message>
        <source>Give plant available water, or sand, silt, clay and organic carbon.</source>
        <translation>请给出植物可利用含水量，或砂粒、粉粒、黏粒和有机碳。</translation>
    </message>
    <message>
        <source>Give quick flow, or precipitation for the runoff of the class table.</source>
        <translation>请给出快速径流，或给出降水量以便使用类别表中的径流系数。</translation>
    </message>
    <message>
        <source>Give rasters or fields of units, not both.</source>
        <translation>请提供栅格或单元字段，不要同时提供。</translation>
    </message>
    <message>
        <source>Give rasters or source patches of both dates, species, projects or statistics.</source>
        <translation>请给出两期的栅格或源地斑块、物种、项目或统计表。</translation>
    </message>
    <message>
        <source>Give rows to import or rasters, one of them.</source>
        <translation>请给出要导入的行或栅格，二者取一。</translation>
    </message>
    <message>
        <source>Give soil erodibility, or sand, silt, clay and organic carbon.</source>
        <translation>请给出土壤可蚀性，或砂粒、粉粒、黏粒和有机碳。</translation>
    </message>
    <message>
        <source>Give the elevation model, or both slope factors.</source>
        <translation>请给出高程模型，或两个坡面因子。</translation>
    </message>
    <message>
        <source>Give the first and the last carbon storage and the years between them.</source>
        <translation>请给出初期和末期碳储量及间隔年数。</translation>
    </message>
    <message>
        <source>Give the judgements as a table or as text, not both.</source>
        <translation>判断值请用表或文本之一给出，不要同时给出。</translation>
    </message>
    <message>
        <source>Give the land classes.</source>
        <translation>请给出地类栅格。</translation>
    </message>
    <message>
        <source>Give the land surface temperature of the second date.</source>
        <translation>请给出第二期的地表温度。</translation>
    </message>
    <message>
        <source>Give the layers of the second date, or leave its outputs out.</source>
        <translation>请给出第二期的图层，或不输出第二期结果。</translation>
    </message>
    <message>
        <source>Give the precipitation of twelve months.</source>
        <translation>请给出十二个月的降水。</translation>
    </message>
    <message>
        <source>Give the resilience as a raster or as a field.</source>
        <translation>请以栅格或字段形式提供韧性。</translation>
    </message>
    <message>
        <source>Give the saturated conductivity of the soil, or sand and clay.</source>
        <translation>请给出土壤饱和导水率，或砂粒和黏粒含量。</translation>
    </message>
    <message>
        <source>Give the sources either as layer or as raster.</source>
        <translation>请以图层或栅格之一给出源地。</translation>
    </message>
    <message>
        <source>Give the topographic index, or elevation and soil depth.</source>
        <translation>请给出地形指数，或高程和土壤深度。</translation>
    </message>
    <message>
        <source>Give the weights as a table or as text, not both.</source>
        <translation>权重请用表或文本之一给出，不要同时给出。</translation>
    </message>
    <message>
        <source>Give the zones inside which indicators count.</source>
        <translation>请给出指标所统计的分区。</translation>
    </message>
    <message>
        <source>Give treated and control places, both.</source>
        <translation>请同时给出处理地和对照地。</translation>
    </message>
    <message>
        <source>Give units with a matching type, or a raster of matching types.</source>
        <translation>请提供含匹配类型的单元，或匹配类型栅格。</translation>
    </message>
    <message>
        <source>Give units with two fields, or a raster of the supply and one of the demand.</source>
        <translation>请提供含两个字段的单元，或一个供给栅格和一个需求栅格。</translation>
    </message>
    <message>
        <source>Give vegetation cover or NDVI.</source>
        <translation>请给出植被覆盖度或 NDVI。</translation>
    </message>
    <message>
        <source>Give what lies downstream as a table of pairs or as an elevation model, not both.</source>
        <translation>上下游关系请用配对表或高程模型给出，不要同时给出。</translation>
    </message>
    <message>
        <source>Gives every land-cover class its resistance to movement, from a table.</source>
        <translation>按表为每种土地覆被类型赋予生物迁移阻力值。</translation>
    </message>
    <message>
        <source>Global and local Moran of a field, or of two: where high or low values stand side by side.</source>
        <translation>一个或两个字段的全局和局部莫兰指数：高值或低值在何处相邻。</translation>
    </message>
    <message>
        <source>Global statistics</source>
        <translation>全局统计量</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良</translation>
    </message>
    <message>
        <source>Good coordination</source>
        <translation>良好协调</translation>
    </message>
    <message>
        <source>Goodness of variance fit</source>
        <translation>方差拟合优度</translation>
    </message>
    <message>
        <source>Grades of the factors</source>
        <translation>各因子的等级</translation>
    </message>
    <message>
        <source>Grades rasters of ecosystem services (water conservation, soil conservation, biodiversity, ...) or of sensitivity (erosion, relief, cover, ...) from 1 (least) to 5 (most important or most sensitive), and combines the grades. Class 5 is the usual candidate for ecological sources.

How each factor is graded stands in the factor table: share, cells added up from the highest value until they hold a share of the total, by default the first 50 % are grade 5 (extremely important), the next 30 % grade 3 (important), the rest grade 1; jenks (natural breaks), quantile, equal: five classes of the values; range: a grade per interval, from included, to not included but for the topmost; class: a grade per code; given: the raster holds grades.

Factors of one group are combined first: maximum, weighted_sum (sum of weight x grade, weights of sum 1), or geometric_mean (product of grade ^ weight, as in the erosion sensitivity (R K LS C)^(1/4)). Then the groups: maximum, the rule of the Chinese double evaluation guide, or their mean. Classes are the nearest whole grade, halves upwards.

Services graded by share must be amounts (0 or more, not indices that may be negative) of one kind. A cell is nodata where a factor is, unless missing factors are allowed.

Source: Ministry of Environmental Protection of China 2017, Guidelines for delimiting ecological protection red lines (shares of 50 and 80 %); Ministry of Natural Resources of China 2020, Guide to the evaluation of resource and environment carrying capacity and territorial development suitability (highest grade).</source>
        <translation>将生态系统服务栅格（水源涵养、水土保持、生物多样性等）或敏感性因子栅格（侵蚀、地形起伏、植被覆盖等）分为 1（最低）到 5（最重要或最敏感）级，并合成各因子的等级。第 5 级通常作为生态源地的候选区。

各因子的分级方法见因子表：share，像元从高到低累加，直至达到总量的给定比例，默认前 50 % 为 5 级（极重要），其后 30 % 为 3 级（重要），其余为 1 级；jenks（自然断点）、quantile（分位数）、equal（等间隔）：按数值分为五级；range：每个区间一个等级，含下限、不含上限（最高区间除外）；class：每个编码一个等级；given：栅格本身即为等级。

先合成同组的因子：maximum（取最大）、weighted_sum（权重 x 等级之和，权重和为 1）或 geometric_mean（等级 ^ 权重之积，如侵蚀敏感性 (R K LS C)^(1/4)）；再合成各组：maximum（“双评价”指南的取最高等级规则）或平均值。类别为最接近的整数等级，0.5 进位。

按 share 分级的服务必须是同类的量（不小于 0，而不是可能为负的指数）。任一因子无数据的像元为无数据，除非允许缺少因子。

来源：环境保护部 2017《生态保护红线划定指南》（50 % 与 80 % 累积占比）；自然资源部 2020《资源环境承载能力和国土空间开发适宜性评价指南（试行）》（取最高等级）。</translation>
    </message>
    <message>
        <source>Grades services and sensitivity factors from 1 to 5, weighs them, and classifies the result.</source>
        <translation>将生态系统服务和敏感性因子分为 1 到 5 级，加权合成并分级。</translation>
    </message>
    <message>
        <source>Gradient costs of {count} cores on {cells} cells</source>
        <translation>在 {cells} 个像元上计算 {count} 个核心区的梯度成本</translation>
    </message>
    <message>
        <source>Grading factor {name}</source>
        <translation>因子 {name} 分级</translation>
    </message>
    <message>
        <source>Grading of factors the shipped table lacks</source>
        <translation>内置表中没有的因子的分级方法</translation>
    </message>
    <message>
        <source>Grain (t/yr)</source>
        <translation>粮食产量（吨/年）</translation>
    </message>
    <message>
        <source>Grain table</source>
        <translation>粮食表</translation>
    </message>
    <message>
        <source>Grant access</source>
        <translation>授予访问权限</translation>
    </message>
    <message>
        <source>Grassland</source>
        <translation>草地</translation>
    </message>
    <message>
        <source>Green bridges, underpasses, tunnels, fords: barrier cells near them keep the resistance of the factors. Draw long ones as lines or polygons.</source>
        <translation>生态廊桥、下穿通道、隧道、浅滩等：其附近的障碍像元保持由因子得到的阻力值。较长的设施请绘为线或面。</translation>
    </message>
    <message>
        <source>Green space beyond the standard, m2 per cell; below 0 where it lacks. From catchment.</source>
        <translation>超出标准的绿地，每像元 m2；不足处小于 0。来自 catchment。</translation>
    </message>
    <message>
        <source>Green space per person (m2)</source>
        <translation>人均绿地（平方米）</translation>
    </message>
    <message>
        <source>Green space that the people of each cell should have by a standard, m2 per cell.</source>
        <translation>按标准计算每个像元内人口应有的绿地面积，平方米/像元。</translation>
    </message>
    <message>
        <source>Green space wanted in the unit</source>
        <translation>单元所需绿地</translation>
    </message>
    <message>
        <source>Green space wanted, m2 per cell.</source>
        <translation>所需绿地面积，平方米/像元。</translation>
    </message>
    <message>
        <source>Green space within reach</source>
        <translation>可达绿地</translation>
    </message>
    <message>
        <source>Green space within reach and its balance come from the method catchment.</source>
        <translation>可达绿地及其盈亏来自方法 catchment。</translation>
    </message>
    <message>
        <source>Green space within reach of {count} cells</source>
        <translation>计算 {count} 个像元可达的绿地</translation>
    </message>
    <message>
        <source>Green-space equivalents, m2 per cell.</source>
        <translation>绿地当量，平方米/像元。</translation>
    </message>
    <message>
        <source>Gross domestic product, in any money; not used where the layer lacks it.</source>
        <translation>地区生产总值，任意货币单位；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>接地</translation>
    </message>
    <message>
        <source>Grounds are given as</source>
        <translation>接地的给出方式</translation>
    </message>
    <message>
        <source>Grounds are given as resistance or conductance, not as {kind}.</source>
        <translation>接地以电阻或电导给出，而不是 {kind}。</translation>
    </message>
    <message>
        <source>Grounds as raster</source>
        <translation>接地栅格</translation>
    </message>
    <message>
        <source>Group field</source>
        <translation>分组字段</translation>
    </message>
    <message>
        <source>Growing land cover</source>
        <translation>生成土地覆被</translation>
    </message>
    <message>
        <source>H / ln(richness), 0 to 1.</source>
        <translation>H / ln(丰富度)，0 到 1。</translation>
    </message>
    <message>
        <source>HTML file with everything inside.</source>
        <translation>包含全部内容的HTML文件。</translation>
    </message>
    <message>
        <source>HTML with the weights, the scores, the distribution of resistance and the correlation of the factors.</source>
        <translation>含权重、赋值、阻力值分布和因子相关性的 HTML 报告。</translation>
    </message>
    <message>
        <source>Habitat classes</source>
        <translation>生境类别</translation>
    </message>
    <message>
        <source>Habitat classes are whole numbers; {value} is not.</source>
        <translation>生境类别应为整数；{value} 不是整数。</translation>
    </message>
    <message>
        <source>Habitat closer than this to other land is edge, not core; sources grow from core.</source>
        <translation>距其他地类小于此距离的生境为边缘而非核心；源地由核心生成。</translation>
    </message>
    <message>
        <source>Habitat degradation</source>
        <translation>生境退化程度</translation>
    </message>
    <message>
        <source>Habitat or class raster</source>
        <translation>生境或类别栅格</translation>
    </message>
    <message>
        <source>Habitat patches</source>
        <translation>生境斑块</translation>
    </message>
    <message>
        <source>Habitat quality</source>
        <translation>生境质量</translation>
    </message>
    <message>
        <source>Habitat quality and degradation from land cover and threats, as in InVEST.</source>
        <translation>由土地覆被与威胁因子计算生境质量和退化程度，与 InVEST 一致。</translation>
    </message>
    <message>
        <source>Habitat suitability</source>
        <translation>生境适宜性</translation>
    </message>
    <message>
        <source>Habitat this close to other land is edge and belongs to no source, so that narrow necks part the cores. 0 takes all habitat; forest landscapes need it, or one patch covers everything.</source>
        <translation>距其他地类不超过该宽度的生境视为边缘，不计入源地，因而狭窄颈部会把核心区分开。0 表示采用全部生境；森林为主的地区需要设置，否则一个斑块会覆盖全部。</translation>
    </message>
    <message>
        <source>Habitat threshold T</source>
        <translation>生境阈值 T</translation>
    </message>
    <message>
        <source>Half months come from daily rain only.</source>
        <translation>半月值只能来自日降雨。</translation>
    </message>
    <message>
        <source>Half of the largest degradation as k</source>
        <translation>以最大退化程度的一半作为 k</translation>
    </message>
    <message>
        <source>Half saturation k</source>
        <translation>半饱和常数 k</translation>
    </message>
    <message>
        <source>Half saturation used</source>
        <translation>所用的半饱和常数</translation>
    </message>
    <message>
        <source>Half width of corridor lines (m)</source>
        <translation>廊道线半宽（米）</translation>
    </message>
    <message>
        <source>Half width of the links (m)</source>
        <translation>连接线半宽（m）</translation>
    </message>
    <message>
        <source>Harvest</source>
        <translation>产量</translation>
    </message>
    <message>
        <source>Harvest statistics of units spread over their cropland by NDVI, t/yr per cell.</source>
        <translation>将单元产量统计按 NDVI 分配到耕地像元，吨/年/像元。</translation>
    </message>
    <message>
        <source>Headline numbers</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Heat maps of correlation and strength as HTML.</source>
        <translation>相关系数和权衡强度的热图（HTML）。</translation>
    </message>
    <message>
        <source>Heterotrophic respiration, g C/m2/yr, for nep. Empty: from the monthly layers.</source>
        <translation>异养呼吸，g C/m2/yr，用于 nep。留空：由逐月图层计算。</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>High among high (HH)</source>
        <translation>高-高聚集（HH）</translation>
    </message>
    <message>
        <source>High among low (HL)</source>
        <translation>高-低聚集（HL）</translation>
    </message>
    <message>
        <source>High deficit</source>
        <translation>高赤字</translation>
    </message>
    <message>
        <source>High from</source>
        <translation>高韧性的界限</translation>
    </message>
    <message>
        <source>High security</source>
        <translation>高安全水平</translation>
    </message>
    <message>
        <source>High surplus</source>
        <translation>高盈余</translation>
    </message>
    <message>
        <source>Higher unit</source>
        <translation>上级行政区</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Highest minus lowest elevation in the window, m.</source>
        <translation>窗口内最高与最低高程之差，米。</translation>
    </message>
    <message>
        <source>Highest security</source>
        <translation>最高安全水平</translation>
    </message>
    <message>
        <source>Highest temperature by month</source>
        <translation>逐月最高气温</translation>
    </message>
    <message>
        <source>Holes inside a patch up to this area become part of it, before edges are taken off; 0 fills none.</source>
        <translation>斑块内不超过该面积的孔洞并入斑块，在去除边缘之前进行；0 表示不填充。</translation>
    </message>
    <message>
        <source>Horizon (years)</source>
        <translation>期限（年）</translation>
    </message>
    <message>
        <source>Horizontal length of the way water takes, m.</source>
        <translation>水流路径的水平长度，米。</translation>
    </message>
    <message>
        <source>How cells were joined, what was left out, the counts of pairs, and the effective resistances as HTML.</source>
        <translation>像元的连接方式、被略去的内容、成对数量以及有效电阻，HTML 格式。</translation>
    </message>
    <message>
        <source>How closely supply and demand interact and at what level: coupling C, level T, degree D, classes.</source>
        <translation>供给与需求的相互作用强度及其水平：耦合度 C、综合水平 T、协调度 D 及等级。</translation>
    </message>
    <message>
        <source>How deep the influence of other land reaches into habitat, in cells. 1 cell of 30 m is the usual choice; wider edges turn core into edge and cores into bridges.</source>
        <translation>其他地类对生境影响的深度，以像元计。通常取 1 个 30 m 像元；边缘越宽，越多的核心区变为边缘区，小的核心区变为桥接区。</translation>
    </message>
    <message>
        <source>How factors of one group are combined where the table leaves combine empty. maximum keeps every highly important cell.</source>
        <translation>因子表 combine 列为空时同组因子的合成方式。maximum 保留所有高度重要的像元。</translation>
    </message>
    <message>
        <source>How far beyond the radius current may take its way.</source>
        <translation>电流路径可以超出半径多远。</translation>
    </message>
    <message>
        <source>How far people go for recreation, for catchment: 300 to 1000 m on foot, 5000 m and more for an outing.</source>
        <translation>人们为游憩走多远，用于 catchment：步行 300 至 1000 m，出游 5000 m 及以上。</translation>
    </message>
    <message>
        <source>How many classes; manual limits set it themselves.</source>
        <translation>分为几级；manual 由给定界限决定。</translation>
    </message>
    <message>
        <source>How many levels; manual limits set it themselves. Four are usual: core, buffer, transition, marginal zone.</source>
        <translation>划分的等级数；手动界限自行决定等级数。通常为四级：核心区、缓冲区、过渡区、边缘区。</translation>
    </message>
    <message>
        <source>How many metres of way one unit of falling climate is worth. 50000 as in Linkage Mapper, for degrees.</source>
        <translation>气候值下降一个单位相当于多少米路程。50000 与 Linkage Mapper 一致（单位为度）。</translation>
    </message>
    <message>
        <source>How many metres of way one unit of rising climate is worth.</source>
        <translation>气候值上升一个单位相当于多少米路程。</translation>
    </message>
    <message>
        <source>How many of the best techniques are listed.</source>
        <translation>列出多少项最优技术。</translation>
    </message>
    <message>
        <source>How many standard deviations above the mean patches begin. Only for mean_sd.</source>
        <translation>斑块从均值以上多少倍标准差开始。仅用于 mean_sd。</translation>
    </message>
    <message>
        <source>How many to add; fewer where nothing is gained any more.</source>
        <translation>要增加的数量；不再有增益时会更少。</translation>
    </message>
    <message>
        <source>How much a unit counts when teams are scarce, 0 or more; all alike where the layer lacks it.</source>
        <translation>团队不足时单元的重要程度，大于或等于 0；图层没有该字段时各单元相同。</translation>
    </message>
    <message>
        <source>How much less a payment is worth a year later; 3 to 7 % are usual.</source>
        <translation>一年后的支付价值降低多少；常用 3 至 7 %。</translation>
    </message>
    <message>
        <source>How much movement starts and ends in each cell, 0 or more, no unit, such as habitat quality. Empty: 1 / resistance.</source>
        <translation>每个像元中开始和结束的移动量，大于或等于 0，无单位，例如生境质量。留空：1 / 阻力。</translation>
    </message>
    <message>
        <source>How rain is spread over the year, 1 to 30: about 0.2 times the number of rain events per year, better calibrated to gauges. 5 is a usual start.</source>
        <translation>降水的季节分布特征，1 至 30：约为年降雨次数的 0.2 倍，最好用水文站资料率定。通常从 5 开始。</translation>
    </message>
    <message>
        <source>How strongly linked sources interact by the gravity model, with classes of importance.</source>
        <translation>用重力模型计算相连源地的相互作用强度，并划分重要性等级。</translation>
    </message>
    <message>
        <source>How the capacity to pay comes about; see the help.</source>
        <translation>支付能力的来源，见帮助。</translation>
    </message>
    <message>
        <source>How the ingredients of the core value are brought to 0 to 1; see the help.</source>
        <translation>核心区价值各组成项归一化到 0 至 1 的方法，见帮助。</translation>
    </message>
    <message>
        <source>How the limits are found; see the help.</source>
        <translation>界限的确定方式，见帮助。</translation>
    </message>
    <message>
        <source>How the weights come about; see the help.</source>
        <translation>权重的来源；见帮助。</translation>
    </message>
    <message>
        <source>How the weights come about; see the help. combined uses both judgement and data.</source>
        <translation>权重的确定方式，见帮助。combined 兼用判断和数据。</translation>
    </message>
    <message>
        <source>How the weights of the priority come about.</source>
        <translation>优先级权重的确定方式。</translation>
    </message>
    <message>
        <source>How to resample: auto, class, continuous, amount or density. One word for all rasters or one per raster, separated by commas.</source>
        <translation>重采样依据：auto（自动）、class（分类）、continuous（连续）、amount（总量）或 density（密度）。可给出一个通用词，或每个栅格一个，以逗号分隔。</translation>
    </message>
    <message>
        <source>How well habitat patches hang together, and which of them matter most: PC, IIC, ECA, dPC, dIIC.</source>
        <translation>生境斑块彼此连通的程度以及哪些斑块最重要：PC、IIC、ECA、dPC、dIIC。</translation>
    </message>
    <message>
        <source>Human disturbance</source>
        <translation>人类干扰</translation>
    </message>
    <message>
        <source>Hydrological regulation</source>
        <translation>水文调节</translation>
    </message>
    <message>
        <source>Hydrothermal conditions</source>
        <translation>水热条件</translation>
    </message>
    <message>
        <source>I High supply, high demand</source>
        <translation>I 高供给-高需求</translation>
    </message>
    <message>
        <source>II Low supply, high demand</source>
        <translation>II 低供给-高需求</translation>
    </message>
    <message>
        <source>III Low supply, low demand</source>
        <translation>III 低供给-低需求</translation>
    </message>
    <message>
        <source>IV High supply, low demand</source>
        <translation>IV 高供给-低需求</translation>
    </message>
    <message>
        <source>Id of the ends</source>
        <translation>终点编号</translation>
    </message>
    <message>
        <source>Id of the nearest source; its position in the order of ids where ids are no whole numbers.</source>
        <translation>最近源地的编号；编号不是整数时为其在编号次序中的位置。</translation>
    </message>
    <message>
        <source>Id of the starts</source>
        <translation>起点编号</translation>
    </message>
    <message>
        <source>Ids of projects this one needs, separated by semicolons.</source>
        <translation>该项目所需的其他项目编号，用分号分隔。</translation>
    </message>
    <message>
        <source>Impeded</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Import {number}: {added} rows added, {closed} replaced or closed, {known} known already.</source>
        <translation>导入 {number}：新增 {added} 行，替换或关闭 {closed} 行，{known} 行已存在。</translation>
    </message>
    <message>
        <source>Importance classes</source>
        <translation>重要性等级</translation>
    </message>
    <message>
        <source>Importance field</source>
        <translation>重要性字段</translation>
    </message>
    <message>
        <source>Importance of links (gravity model)</source>
        <translation>连接重要性（重力模型）</translation>
    </message>
    <message>
        <source>Importance score</source>
        <translation>重要性得分</translation>
    </message>
    <message>
        <source>Improvement score</source>
        <translation>改善得分</translation>
    </message>
    <message>
        <source>Improvement score (%)</source>
        <translation>改善得分（%）</translation>
    </message>
    <message>
        <source>Improvement score of windows</source>
        <translation>窗口的改善得分</translation>
    </message>
    <message>
        <source>Improvement score, sum over links</source>
        <translation>改善得分（各连接之和）</translation>
    </message>
    <message>
        <source>In place of the column kc, 0 or more.</source>
        <translation>代替列 kc，0 或以上。</translation>
    </message>
    <message>
        <source>In place of the column root_depth, mm.</source>
        <translation>代替列 root_depth，mm。</translation>
    </message>
    <message>
        <source>In place of the column velocity, above 0.</source>
        <translation>代替 velocity 列，大于 0。</translation>
    </message>
    <message>
        <source>In place of the one from elevation and soil depth.</source>
        <translation>代替由高程和土壤深度计算的指数。</translation>
    </message>
    <message>
        <source>In place of the one from slope.</source>
        <translation>代替由坡度计算的因子。</translation>
    </message>
    <message>
        <source>In place of the one from the elevation model.</source>
        <translation>代替由高程模型计算的因子。</translation>
    </message>
    <message>
        <source>In place of the slope of the elevation model.</source>
        <translation>代替由高程模型得到的坡度。</translation>
    </message>
    <message>
        <source>In the first tenth (%)</source>
        <translation>进入前十分之一的比例（%）</translation>
    </message>
    <message>
        <source>In the minimum spanning tree</source>
        <translation>属于最小生成树</translation>
    </message>
    <message>
        <source>In the unit of the layer, such as the mean of the country. Empty: the mean of the study area.</source>
        <translation>与图层同单位，如全国均值。留空：研究区均值。</translation>
    </message>
    <message>
        <source>Incision depth: mean minus lowest elevation in the window, m.</source>
        <translation>地表切割深度：窗口内平均高程与最低高程之差，米。</translation>
    </message>
    <message>
        <source>Index 0 to 1 over all services; the {count} units with the largest excess of demand and the {count} with the largest excess of supply, of {units}.</source>
        <translation>全部服务的指数（0 至 1）；{units} 个单元中需求超出最多的 {count} 个和供给超出最多的 {count} 个。</translation>
    </message>
    <message>
        <source>Index without unit, by cell.</source>
        <translation>逐像元的无量纲指数。</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicator fields</source>
        <translation>指标字段</translation>
    </message>
    <message>
        <source>Indicator names</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Indicator rasters</source>
        <translation>指标栅格</translation>
    </message>
    <message>
        <source>Indicator table</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>Indicator table; empty for the shipped one.</source>
        <translation>指标表；留空则用随附表。</translation>
    </message>
    <message>
        <source>Indicator {number} of {count}: {name}</source>
        <translation>第 {number} / {count} 个指标：{name}</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicators are limited to these percentiles of all dates before they are scaled, so that clouds left over do not set the scale; 0 takes the lowest and highest value, as published.</source>
        <translation>归一化前把各指标限制在全部日期的这些百分位之间，使残留的云不致决定尺度；0 表示按原方法取最小值和最大值。</translation>
    </message>
    <message>
        <source>Indicators compared</source>
        <translation>比较的指标数</translation>
    </message>
    <message>
        <source>Indicators in detail</source>
        <translation>指标明细</translation>
    </message>
    <message>
        <source>Indicators of the priority</source>
        <translation>优先级指标</translation>
    </message>
    <message>
        <source>Indicators that could not be made</source>
        <translation>无法生成的指标数</translation>
    </message>
    <message>
        <source>Indices of the network</source>
        <translation>网络指数表</translation>
    </message>
    <message>
        <source>Industrial use (m3 per 10^4 CNY)</source>
        <translation>工业用水（m3/万元）</translation>
    </message>
    <message>
        <source>Infinite values.</source>
        <translation>含有无穷大值。</translation>
    </message>
    <message>
        <source>Influence of threats</source>
        <translation>威胁的影响方式</translation>
    </message>
    <message>
        <source>Input data and where they come from</source>
        <translation>输入数据及其来源</translation>
    </message>
    <message>
        <source>Input layers, their status and source</source>
        <translation>输入图层及其状态与来源</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs: {counts}.</source>
        <translation>输入数据：{counts}。</translation>
    </message>
    <message>
        <source>Inside a group</source>
        <translation>组内合成</translation>
    </message>
    <message>
        <source>Inside the zones only</source>
        <translation>仅统计分区之内</translation>
    </message>
    <message>
        <source>Instead of a raster: polygons such as nature reserves with their access, as in InVEST. All other land has access 1.</source>
        <translation>代替栅格：带有可达性的多边形，如自然保护区，与 InVEST 一致。其余土地的可达性为 1。</translation>
    </message>
    <message>
        <source>Instead of a table: one number per factor in their order, such as 0.5, 0.3, 0.2, or names with numbers, such as landcover=0.5, slope=0.5. Left empty without a table, all weigh the same.</source>
        <translation>代替表：按因子顺序各填一个数，例如 0.5, 0.3, 0.2；或名称加数值，例如 landcover=0.5, slope=0.5。未给表且留空时各因子等权。</translation>
    </message>
    <message>
        <source>Instead of a table: rows separated by semicolons, values by blanks or commas, such as 1 3 5; 1/3 1 2; 1/5 1/2 1.</source>
        <translation>代替表：行之间用分号分隔，值之间用空格或逗号分隔，例如 1 3 5; 1/3 1 2; 1/5 1/2 1。</translation>
    </message>
    <message>
        <source>Instead of the layer: cells of the same positive whole number are one source; 0 and nodata are none.</source>
        <translation>代替图层：相同正整数的像元为一个源地；0 和无数据不是源地。</translation>
    </message>
    <message>
        <source>Integral index of connectivity</source>
        <translation>整体连通性指数</translation>
    </message>
    <message>
        <source>Intensified</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Intensity of erosion</source>
        <translation>侵蚀强度</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>相互作用强度</translation>
    </message>
    <message>
        <source>Interaction from {low} to {high}; limits of the classes: {limits}.</source>
        <translation>相互作用强度为 {low} 至 {high}；等级界限：{limits}。</translation>
    </message>
    <message>
        <source>Interaction matrix</source>
        <translation>相互作用矩阵</translation>
    </message>
    <message>
        <source>Interaction of every two sources; empty where no link joins them.</source>
        <translation>每两个源地之间的相互作用强度；无连接处为空。</translation>
    </message>
    <message>
        <source>Interest subsidy (% points a year)</source>
        <translation>贴息（每年百分点）</translation>
    </message>
    <message>
        <source>Intermediate coordination</source>
        <translation>中级协调</translation>
    </message>
    <message>
        <source>Internal rate of return of all</source>
        <translation>总内部收益率</translation>
    </message>
    <message>
        <source>Invalid geometries: {reason}.</source>
        <translation>几何图形无效：{reason}。</translation>
    </message>
    <message>
        <source>Irrigated land</source>
        <translation>灌溉面积</translation>
    </message>
    <message>
        <source>Irrigation (m3/ha/yr)</source>
        <translation>灌溉定额 (m3/ha/yr)</translation>
    </message>
    <message>
        <source>Islet</source>
        <translation>孤岛</translation>
    </message>
    <message>
        <source>Islet, inside</source>
        <translation>孤岛（内部）</translation>
    </message>
    <message>
        <source>Item fields</source>
        <translation>评分项目字段</translation>
    </message>
    <message>
        <source>Its mean inside a source counts; larger is better.</source>
        <translation>取源地内的均值；越大越好。</translation>
    </message>
    <message>
        <source>Join active sources only</source>
        <translation>仅合并参与的源地</translation>
    </message>
    <message>
        <source>Joining towns by roads</source>
        <translation>以道路连接城镇</translation>
    </message>
    <message>
        <source>Joins four indicators of a satellite image into one index of ecological quality, 0 (worst) to 1 (best), without weights given by hand: RSEI is their first principal component.

Greenness: NDVI. Wetness: WET of the tasselled cap, with coefficients for Landsat 8 and 9 (oli) or 4 to 7 (tm). Dryness: NDBSI = (IBI + SI) / 2. Heat: land surface temperature (LST). Each is scaled to 0 to 1 by its lowest and highest value; the component is taken from their covariance and scaled to 0 to 1 in turn.

Six bands of surface reflectance give NDVI, WET, NDBSI and MNDWI; a layer of your own takes the place of any of them. The temperature always has to be given.

Water is masked by MNDWI above the limit: over open water WET measures depth and not moisture.

The sign of a principal component is arbitrary. It is turned so that NDVI and WET count as good, NDBSI and LST as bad; the table of loadings shows it, and a loading against its meaning is warned of.

With a second date both dates are scaled together and share one component, so that their difference is a change of the ground and not of the scale. Take images of one season, and of one sensor where possible, without cloud; a single bright outlier narrows the scale of everything else, so mask clouds and their shadows first, or cut a percent of the cells at either end.

Levels: 1 poor (to 0.2), 2 fair (to 0.4), 3 medium (to 0.6), 4 good (to 0.8), 5 excellent. They compare within one run only: another area or another pair of dates has another scale.

Rasters are read block by block, so that their size does not matter.

Source: Xu 2013, China Environmental Science 33(5):889-897; Hu &amp; Xu 2018, doi:10.1016/j.ecolind.2018.02.006; Baig et al. 2014, doi:10.1080/2150704X.2014.915434 (wetness, oli); Crist 1985, doi:10.1016/0034-4257(85)90102-6 (tm); Xu 2008, doi:10.1080/01431160802039957 (IBI); Xu 2006, doi:10.1080/01431160600589179 (MNDWI)</source>
        <translation>把卫星影像的四个指标合成一个生态质量指数，0（最差）到 1（最好），不需人为赋权：RSEI 是它们的第一主成分。

绿度：NDVI。湿度：缨帽变换的 WET，系数适用于 Landsat 8、9（oli）或 4～7（tm）。干度：NDBSI = (IBI + SI) / 2。热度：地表温度（LST）。各指标按最小值和最大值归一化到 0～1；主成分由其协方差求得，再归一化到 0～1。

六个地表反射率波段可得到 NDVI、WET、NDBSI 和 MNDWI；自备图层可替代其中任一个。地表温度必须给出。

MNDWI 高于阈值的水体被掩膜：在开阔水面上 WET 反映的是水深而不是湿润程度。

主成分的符号是任意的。这里按载荷定向，使 NDVI 和 WET 为有利、NDBSI 和 LST 为不利；载荷表列出结果，载荷与含义相反时给出警告。

给出第二期时，两期一起归一化并共用同一主成分，因此差值反映的是地表变化而不是尺度变化。请使用同一季节的无云影像，尽可能来自同一传感器；个别过亮的像元会压缩其余像元的尺度，应先掩膜云及其阴影，或在两端各截去百分之一的像元。

等级：1 差（至 0.2），2 较差（至 0.4），3 中（至 0.6），4 良（至 0.8），5 优。只能在同一次运行内比较：换一个区域或另一对日期，尺度即不同。

栅格分块读取，大小不受限制。

来源：Xu 2013，中国环境科学 33(5):889-897；Hu &amp; Xu 2018，doi:10.1016/j.ecolind.2018.02.006；Baig et al. 2014，doi:10.1080/2150704X.2014.915434（湿度，oli）；Crist 1985，doi:10.1016/0034-4257(85)90102-6（tm）；Xu 2008，doi:10.1080/01431160802039957（IBI）；Xu 2006，doi:10.1080/01431160600589179（MNDWI）</translation>
    </message>
    <message>
        <source>Joint query</source>
        <translation>联合查询</translation>
    </message>
    <message>
        <source>Joint question</source>
        <translation>联合查询问题</translation>
    </message>
    <message>
        <source>Judgements as text</source>
        <translation>判断值文本</translation>
    </message>
    <message>
        <source>Judgements of the criteria</source>
        <translation>准则判断矩阵</translation>
    </message>
    <message>
        <source>Judgements of the perspectives</source>
        <translation>维度判断矩阵</translation>
    </message>
    <message>
        <source>Judgements on factors without a raster were left aside: {names}.</source>
        <translation>已忽略没有对应栅格的因子的判断：{names}。</translation>
    </message>
    <message>
        <source>K becomes (-0.01383 + 0.51575 K) * 0.1317 as measured on plots in China (Zhang et al. 2008); below 0 becomes 0. Applies to K from texture only.</source>
        <translation>按中国径流小区实测结果（张科利等 2008），K 取 (−0.01383 + 0.51575 K) × 0.1317；小于 0 取 0。仅用于由质地计算的 K。</translation>
    </message>
    <message>
        <source>K, t ha h ha-1 MJ-1 mm-1. Where it is not given it follows from texture and organic carbon.</source>
        <translation>K，t ha h ha-1 MJ-1 mm-1。未提供时由质地和有机碳计算。</translation>
    </message>
    <message>
        <source>Keep one row per code.</source>
        <translation>每个代码只保留一行。</translation>
    </message>
    <message>
        <source>Keep only the links to so many nearest neighbours of each source. Empty: keep all.</source>
        <translation>每个源地只保留到该数量最近邻的连接。留空：全部保留。</translation>
    </message>
    <message>
        <source>Keeps the solved potential of each source (8 bytes per cell), so that a run that was cancelled or died goes on there, and a run with other outputs or pairs need not solve again. Delete it when all is done. Not used where only active sources are joined.</source>
        <translation>保存每个源地已求解的电位（每像元 8 字节），使被取消或中断的运行可由此继续，改变输出或成对的运行也无需重新求解。全部完成后可删除。仅合并参与的源地时不使用。</translation>
    </message>
    <message>
        <source>Kept in the lineage.</source>
        <translation>保存在沿革中。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of link</source>
        <translation>连接类型</translation>
    </message>
    <message>
        <source>Kind of the organic layer</source>
        <translation>有机质图层的种类</translation>
    </message>
    <message>
        <source>Kind of threshold</source>
        <translation>阈值类型</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Kinds of place</source>
        <translation>地类组合</translation>
    </message>
    <message>
        <source>Kinds of vegetation</source>
        <translation>植被种类表</translation>
    </message>
    <message>
        <source>Kinds: "{word}" is unknown; use auto, {kinds}.</source>
        <translation>类型：“{word}”未知；请使用 auto、{kinds}。</translation>
    </message>
    <message>
        <source>Known share of the window</source>
        <translation>窗口已知比例</translation>
    </message>
    <message>
        <source>L times S, no unit.</source>
        <translation>L 乘以 S，无单位。</translation>
    </message>
    <message>
        <source>L, S and LS of the CSLE or RUSLE from an elevation model with its pits filled.</source>
        <translation>由填洼高程模型计算 CSLE 或 RUSLE 的 L、S 和 LS。</translation>
    </message>
    <message>
        <source>LCD: least-cost distance of the link, resistance × m; m_A, m_B: smallest cost-weighted distances to the two sources in the window; r: its radius, m; R′: resistance after restoration; score: resistance × m saved per metre</source>
        <translation>LCD：该连接的最小费用距离（阻力 × m）；m_A、m_B：窗口内到两源地的最小累积费用距离；r：窗口半径（m）；R′：修复后的阻力；score：每修复一米所节省的阻力 × m</translation>
    </message>
    <message>
        <source>LS factor</source>
        <translation>LS 因子</translation>
    </message>
    <message>
        <source>LS factor, slope length, slope steepness, CSLE, RUSLE, flow length, contributing area, terrain</source>
        <translation>LS 因子, 坡长, 坡度, CSLE, RUSLE, 流长, 汇水面积, 地形</translation>
    </message>
    <message>
        <source>Labelling patches</source>
        <translation>正在标记斑块</translation>
    </message>
    <message>
        <source>Land above it is eroded: 2 black soil and rocky mountains of the north, 5 red hills and karst of the south, 10 loess (SL 190-2007).</source>
        <translation>高于该值的土地视为侵蚀土地：东北黑土区和北方土石山区 2，南方红壤丘陵区和西南岩溶区 5，黄土高原 10（SL 190-2007）。</translation>
    </message>
    <message>
        <source>Land classes</source>
        <translation>地类</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>土地覆被</translation>
    </message>
    <message>
        <source>Land cover before, on the same grid: controls have the class of the treated cells.</source>
        <translation>治理前的土地覆被，同一格网：对照与处理像元的类别相同。</translation>
    </message>
    <message>
        <source>Land cover by zone</source>
        <translation>各分区的土地覆被</translation>
    </message>
    <message>
        <source>Land cover mix</source>
        <translation>土地覆被构成</translation>
    </message>
    <message>
        <source>Land cover of an earlier or natural state on the same grid, for rarity.</source>
        <translation>同一格网上早期或自然状态的土地覆被，用于计算稀有性。</translation>
    </message>
    <message>
        <source>Land cover of the night-light correction</source>
        <translation>夜间灯光修正所用的土地覆被</translation>
    </message>
    <message>
        <source>Land cover of the second date</source>
        <translation>第二期土地覆被</translation>
    </message>
    <message>
        <source>Land cover weight times greenness, 0 to 1, no unit.</source>
        <translation>土地覆被权重乘以绿度，0 至 1，无量纲。</translation>
    </message>
    <message>
        <source>Land cover, a pattern analysis, habitat quality or importance, in a projected system in metres.</source>
        <translation>土地覆被、格局分析、生境质量或重要性栅格，采用以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Land in the way</source>
        <translation>阻挡通行的土地</translation>
    </message>
    <message>
        <source>Land surface temperature{date}</source>
        <translation>地表温度{date}</translation>
    </message>
    <message>
        <source>Land that stands in the way: barrier_id, rank, link_id, from_id, to_id, link_ids, link_count, improvement, radius_m, gain, gain_percent, gain_total, area_ha, gain_per_ha, land cover.</source>
        <translation>阻挡通行的土地：barrier_id、rank、link_id、from_id、to_id、link_ids、link_count、improvement、radius_m、gain、gain_percent、gain_total、area_ha、gain_per_ha、土地覆被。</translation>
    </message>
    <message>
        <source>Land-cover codes that are habitat, separated by commas.</source>
        <translation>属于生境的土地覆被编码，以逗号分隔。</translation>
    </message>
    <message>
        <source>Landscape area</source>
        <translation>景观面积</translation>
    </message>
    <message>
        <source>Landscape score</source>
        <translation>景观得分</translation>
    </message>
    <message>
        <source>Landscape score by land cover and greenness as green-space equivalents, m2 per cell.</source>
        <translation>按土地覆被与绿度计算景观得分，以绿地当量表示，平方米/像元。</translation>
    </message>
    <message>
        <source>Landscape score of {count} cells</source>
        <translation>计算 {count} 个像元的景观得分</translation>
    </message>
    <message>
        <source>Landscape window (m)</source>
        <translation>景观窗口（m）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the map: that of QGIS, English, or Chinese.</source>
        <translation>地图语言：跟随QGIS、英文或中文。</translation>
    </message>
    <message>
        <source>Language of the report and the map: auto, en or zh.</source>
        <translation>报告与地图的语言：auto、en 或 zh。</translation>
    </message>
    <message>
        <source>Language of the report: that of QGIS, English, or Chinese.</source>
        <translation>报告语言：跟随QGIS、英文或中文。</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Largest cost</source>
        <translation>最大成本</translation>
    </message>
    <message>
        <source>Largest current (A)</source>
        <translation>最大电流（A）</translation>
    </message>
    <message>
        <source>Largest current of a single run, ampere; 1 in pairwise mode where all the current of a pair must pass.</source>
        <translation>单次运行的最大电流，安培；成对模式下，一对源地的全部电流必经之处为 1。</translation>
    </message>
    <message>
        <source>Largest current over the links, or the sum with all sources at once, ampere; nodata outside corridors and on sources.</source>
        <translation>各连接中的最大电流，或全部源地同时计算时之和，安培；廊道之外和源地为无数据。</translation>
    </message>
    <message>
        <source>Largest degradation</source>
        <translation>最大退化程度</translation>
    </message>
    <message>
        <source>Largest degradation {largest}; half saturation {half}.</source>
        <translation>最大退化程度 {largest}；半饱和常数 {half}。</translation>
    </message>
    <message>
        <source>Largest difference, in the unit of the condition. Empty: none.</source>
        <translation>最大差值，单位与条件图层相同。留空：不限。</translation>
    </message>
    <message>
        <source>Largest distance (m)</source>
        <translation>最大距离（m）</translation>
    </message>
    <message>
        <source>Largest ecological sources</source>
        <translation>面积最大的生态源地</translation>
    </message>
    <message>
        <source>Largest eigenvalue</source>
        <translation>最大特征值</translation>
    </message>
    <message>
        <source>Largest eigenvalue {eigenvalue}, consistency ratio {ratio}.</source>
        <translation>最大特征值 {eigenvalue}，一致性比率 {ratio}。</translation>
    </message>
    <message>
        <source>Largest flows of services and what is paid for them</source>
        <translation>主要服务流量及其补偿金额</translation>
    </message>
    <message>
        <source>Largest improvement score at the centre of the window, resistance x metres saved per metre restored; nodata where nothing is saved, and on sources.</source>
        <translation>窗口中心处的最大改善得分，每修复一米节省的阻力 x 米；无节省之处和源地为无数据。</translation>
    </message>
    <message>
        <source>Largest interaction</source>
        <translation>最大相互作用强度</translation>
    </message>
    <message>
        <source>Largest least-cost distance</source>
        <translation>最小成本距离上限</translation>
    </message>
    <message>
        <source>Largest number of neighbours</source>
        <translation>最大邻居数</translation>
    </message>
    <message>
        <source>Largest p-value of a cluster.</source>
        <translation>聚类的最大 p 值。</translation>
    </message>
    <message>
        <source>Largest p-value of a synergy or trade-off.</source>
        <translation>协同或权衡的最大 p 值。</translation>
    </message>
    <message>
        <source>Largest path length (m)</source>
        <translation>最大路径长度（米）</translation>
    </message>
    <message>
        <source>Largest radius (m)</source>
        <translation>最大半径（米）</translation>
    </message>
    <message>
        <source>Largest resistance</source>
        <translation>最大阻力值</translation>
    </message>
    <message>
        <source>Largest resistance of a source</source>
        <translation>源的最大阻力</translation>
    </message>
    <message>
        <source>Largest resistance that the night-light correction may give. Left empty, there is none.</source>
        <translation>夜间灯光修正所能给出的最大阻力值。留空表示不限。</translation>
    </message>
    <message>
        <source>Largest score as per cent of the least-cost distance of its link.</source>
        <translation>最大得分占其连接最小成本距离的百分比。</translation>
    </message>
    <message>
        <source>Largest score of the windows that hold the cell.</source>
        <translation>包含该像元的窗口的最大得分。</translation>
    </message>
    <message>
        <source>Largest share of the budget for one unit</source>
        <translation>单个单元的预算占比上限</translation>
    </message>
    <message>
        <source>Largest straight distance (m)</source>
        <translation>最大直线距离（米）</translation>
    </message>
    <message>
        <source>Largest supply {supply}, largest demand {demand}; {deficit} units with a deficit, {surplus} with a surplus.</source>
        <translation>最大供给 {supply}，最大需求 {demand}；{deficit} 个单元赤字，{surplus} 个单元盈余。</translation>
    </message>
    <message>
        <source>Largest voltage (V)</source>
        <translation>最大电压（V）</translation>
    </message>
    <message>
        <source>Largest window (m)</source>
        <translation>最大窗口（米）</translation>
    </message>
    <message>
        <source>Last carbon storage</source>
        <translation>末期碳储量</translation>
    </message>
    <message>
        <source>Last date, included.</source>
        <translation>最后一个日期（含）。</translation>
    </message>
    <message>
        <source>Later steps of the model need results that were given no place, and QGIS makes no result without one. Give each a file or TEMPORARY_OUTPUT: {names}.</source>
        <translation>模型的后续步骤需要未指定位置的结果，而 QGIS 不会生成未指定位置的结果。请为每项给出文件或 TEMPORARY_OUTPUT：{names}。</translation>
    </message>
    <message>
        <source>Later than the baseline.</source>
        <translation>晚于基期。</translation>
    </message>
    <message>
        <source>Latest phase</source>
        <translation>最晚阶段</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layer in which sources must resemble the target, such as temperature or land cover. Empty: no condition.</source>
        <translation>源必须与目标相似的图层，例如温度或土地覆盖。留空：无条件。</translation>
    </message>
    <message>
        <source>Layer of the store</source>
        <translation>数据库图层</translation>
    </message>
    <message>
        <source>Layer or table with need, own funds and priority per unit, such as the summary of Collaborative restoration units.</source>
        <translation>含各单元资金需求、自有资金和优先度的图层或表，例如“协同修复单元”的汇总结果。</translation>
    </message>
    <message>
        <source>Layer or table with one field per date.</source>
        <translation>每个时期一个字段的图层或表。</translation>
    </message>
    <message>
        <source>Layer or table with one row per person.</source>
        <translation>每人一行的图层或表。</translation>
    </message>
    <message>
        <source>Layer or table with one row per project.</source>
        <translation>每个项目一行的图层或表。</translation>
    </message>
    <message>
        <source>Layer or table with one row per record of a species.</source>
        <translation>每行为一条物种记录的图层或表。</translation>
    </message>
    <message>
        <source>Layer or table with one row per unit, such as counties. Give this or rasters.</source>
        <translation>每个单元（如县）一行的图层或表。给出此项或栅格。</translation>
    </message>
    <message>
        <source>Layer or table with the fields of the indicators, such as the summary of Collaborative restoration units.</source>
        <translation>含指标字段的图层或表，如“协同修复单元”的汇总。</translation>
    </message>
    <message>
        <source>Layer or table with the problems of every unit.</source>
        <translation>含每个单元问题的图层或表。</translation>
    </message>
    <message>
        <source>Layer or table with unit_code and the fields below. Empty: jurisdiction alone decides.</source>
        <translation>含 unit_code 及以下字段的图层或表。为空：仅按管辖决定。</translation>
    </message>
    <message>
        <source>Layer with a numeric field, instead of a raster.</source>
        <translation>含数值字段的图层，用于代替栅格。</translation>
    </message>
    <message>
        <source>Layer, table or CSV. Give this or rasters.</source>
        <translation>图层、表或 CSV。与栅格二者取一。</translation>
    </message>
    <message>
        <source>Layers by zone</source>
        <translation>各分区的图层</translation>
    </message>
    <message>
        <source>Layers checked: {names}.</source>
        <translation>已检查的图层：{names}。</translation>
    </message>
    <message>
        <source>Layers of polygons, lines or points, such as sources, corridors or nodes.</source>
        <translation>面、线或点图层，如源地、廊道或节点。</translation>
    </message>
    <message>
        <source>Layers of the store</source>
        <translation>数据库图层数</translation>
    </message>
    <message>
        <source>Layers with hints, kind, unit, minimum and maximum; default: the shipped table data_standard.csv.</source>
        <translation>图层及其名称线索、类型、单位、最小值和最大值；默认使用随插件提供的 data_standard.csv。</translation>
    </message>
    <message>
        <source>Layout template</source>
        <translation>布局模板</translation>
    </message>
    <message>
        <source>Lays out one map of the plan for print: restoration zones, ecological sources, corridors, pinch points, nodes, collaborative units, boundaries and the names of the units, with title, legend, scale bar, north arrow and a note on the status of the data.

Theme plan shows zones and security pattern together, zones and pattern show one of them. The map is north up in the coordinate system of the units. Names that find no room are left out rather than drawn over each other; choose A3, or theme zones, where there are many units. Where the table of data sources says that inputs are synthetic or semi-synthetic, the map says so.

An office may pass a layout template of its own (.qpt): items with the ids title, map, legend, scale_bar, north_arrow, status and note are filled, on the pages of the atlas also facts_names, facts_values, facts_text and locator (a map); everything else stays as it is.

The atlas is one PDF with a page per unit: the map moves to the unit and its neighbours are dimmed; beside it stand the place of the unit in the area, its zone and strategy, and its facts: area, supply and demand, how much of the sources and corridors lies in it, how many pinch points, barriers, nodes and collaborative units, and its rank and funds where those layers are given.</source>
        <translation>将规划的一幅地图排版供打印：修复分区、生态源地、廊道、夹点、节点、协同单元、边界和单元名称，附标题、图例、比例尺、指北针及数据状况说明。

主题 plan 同时显示分区和安全格局，zones 和 pattern 各显示其一。地图以单元的坐标系北向上。放不下的名称会省略，而不会相互覆盖；单元多时请选 A3 或主题 zones。若数据来源表说明输入为合成或半合成，地图会注明。

单位可提供自己的布局模板（.qpt）：其中标识为 title、map、legend、scale_bar、north_arrow、status 和 note 的项目会被填充，图集各页还包括 facts_names、facts_values、facts_text 与 locator（地图）；其余保持原样。

图集为一个 PDF，每个单元一页：地图移至该单元，相邻单元淡化；旁边列出该单元在研究区中的位置、分区与策略及其基本情况：面积、供需、其中的源地与廊道面积、夹点、障碍点、节点与协同单元的数量，以及给出相应图层时的优先次序与资金。</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主导方</translation>
    </message>
    <message>
        <source>Lead level</source>
        <translation>主导层级</translation>
    </message>
    <message>
        <source>Lead levels</source>
        <translation>牵头层级</translation>
    </message>
    <message>
        <source>Lead-level table</source>
        <translation>牵头层级表</translation>
    </message>
    <message>
        <source>Least and largest share of the provincial budget of every city, by its parent_code; empty for none.</source>
        <translation>各市（按其 parent_code）在省级预算中所占的最小与最大份额；留空则不限。</translation>
    </message>
    <message>
        <source>Least area of a patch (ha)</source>
        <translation>斑块最小面积（公顷）</translation>
    </message>
    <message>
        <source>Least difference, in the unit of the condition. Empty: none.</source>
        <translation>最小差值，单位与条件图层相同。留空：不限。</translation>
    </message>
    <message>
        <source>Least known share of the weights</source>
        <translation>最低已知权重比例</translation>
    </message>
    <message>
        <source>Least number of dates</source>
        <translation>最少时期数</translation>
    </message>
    <message>
        <source>Least share of the gap of core units that the province pays.</source>
        <translation>省级资金对核心单元缺口的最低承担比例。</translation>
    </message>
    <message>
        <source>Least share of the gap of fiscally weak units that the province pays.</source>
        <translation>省级资金对财政薄弱单元缺口的最低承担比例。</translation>
    </message>
    <message>
        <source>Least share of the ground of a unit that drains through another, by the elevation model.</source>
        <translation>依据高程模型，一个单元经另一单元排水的土地所占的最小比例。</translation>
    </message>
    <message>
        <source>Least source strength</source>
        <translation>最小源强度</translation>
    </message>
    <message>
        <source>Least, target and largest ratio, ascending.</source>
        <translation>最小、目标和最大比值，递增排列。</translation>
    </message>
    <message>
        <source>Least-cost corridors and current describe the structure of the landscape. They are not observed movements of a species.</source>
        <translation>最小费用廊道与电流描述的是景观结构，并非物种的实测迁移。</translation>
    </message>
    <message>
        <source>Least-cost distances from {count} patches to {places} places</source>
        <translation>计算 {count} 个斑块到 {places} 个位置的最小成本距离</translation>
    </message>
    <message>
        <source>Least-cost distances from {count} sources on {cells} cells</source>
        <translation>{count} 个源地在 {cells} 个像元上的最小成本距离</translation>
    </message>
    <message>
        <source>Least-cost distances of {count} links</source>
        <translation>计算 {count} 条连接的最小成本距离</translation>
    </message>
    <message>
        <source>Least-cost instead of straight distances: resistance above 0 everywhere, best habitat 1. Nodata cells cannot be crossed.</source>
        <translation>用最小成本距离代替直线距离：阻力处处大于 0，最佳生境为 1。无数据像元不可穿越。</translation>
    </message>
    <message>
        <source>Least-cost paths</source>
        <translation>最小成本路径</translation>
    </message>
    <message>
        <source>Least-cost paths between adjacent sources on the minimum cumulative resistance; a corridor holds the cells whose detour over the best path stays below a limit.</source>
        <translation>在最小累积阻力面上求相邻源地间的最小成本路径；廊道由相对最优路径的绕行成本低于限值的栅格组成。</translation>
    </message>
    <message>
        <source>Least-cost paths between sources with from_id, to_id, cost, length_m.</source>
        <translation>源地间的最小成本路径，含from_id、to_id、cost、length_m字段。</translation>
    </message>
    <message>
        <source>Least-cost paths between sources.</source>
        <translation>源地间的最小成本路径。</translation>
    </message>
    <message>
        <source>Least-cost paths from Ecological corridors, with the field link_id and, for the rank, cost.</source>
        <translation>“生态廊道”工具输出的最小成本路径，含 link_id 字段；排序时使用 cost 字段。</translation>
    </message>
    <message>
        <source>Least-cost paths to be widened, instead of corridor polygons.</source>
        <translation>代替廊道面、将被加宽的最小成本路径。</translation>
    </message>
    <message>
        <source>Least-cost paths with the ids of the two sources they join, as Ecological corridors writes them.</source>
        <translation>带有所连两个源地编号的最小成本路径，即“生态廊道”工具的输出。</translation>
    </message>
    <message>
        <source>Least-cost paths, widened by the half width, where there are no polygons of the corridors.</source>
        <translation>最小费用路径；没有廊道面时按半宽加宽。</translation>
    </message>
    <message>
        <source>Least-cost paths: link_id, from_id, to_id, cost, length_m, euclid_m, cost_euclid, cost_length, third_sources, link_type, stepping_stones.</source>
        <translation>最小成本路径：link_id、from_id、to_id、cost、length_m、euclid_m、cost_euclid、cost_length、third_sources、link_type、stepping_stones。</translation>
    </message>
    <message>
        <source>Least-cost paths: {searches} searches on {cells} cells</source>
        <translation>最小成本路径：在 {cells} 个像元上进行 {searches} 次搜索</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Length of corridors (km)</source>
        <translation>廊道总长（千米）</translation>
    </message>
    <message>
        <source>Length of the link</source>
        <translation>连接长度</translation>
    </message>
    <message>
        <source>Less than 70 % of the weights have a value: the score is uncertain.</source>
        <translation>具有值的权重不足 70 %：得分不确定。</translation>
    </message>
    <message>
        <source>Lets the cells of cost 0 take part in finding the limits.</source>
        <translation>让成本为 0 的像元参与确定界限。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Level 1 (nearest to the sources) to k.</source>
        <translation>等级 1（距源地最近）至 k。</translation>
    </message>
    <message>
        <source>Level name</source>
        <translation>等级名称</translation>
    </message>
    <message>
        <source>Level name (Chinese)</source>
        <translation>等级名称（中文）</translation>
    </message>
    <message>
        <source>Level of government of the member.</source>
        <translation>成员的政府级别。</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Levels of resilience begin at {limits}.</source>
        <translation>韧性各级的起始值：{limits}。</translation>
    </message>
    <message>
        <source>Levels of the second date</source>
        <translation>第二期等级</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>轻度</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Limits from</source>
        <translation>界限来源</translation>
    </message>
    <message>
        <source>Limits from sources too</source>
        <translation>源地参与求界限</translation>
    </message>
    <message>
        <source>Limits of an earlier run</source>
        <translation>先前运行的界限</translation>
    </message>
    <message>
        <source>Limits of the classes</source>
        <translation>类别界限</translation>
    </message>
    <message>
        <source>Limits of the levels</source>
        <translation>等级界限</translation>
    </message>
    <message>
        <source>Limits of this plan</source>
        <translation>本规划的局限</translation>
    </message>
    <message>
        <source>Limits of {table}: {limits}</source>
        <translation>{table} 的界限：{limits}</translation>
    </message>
    <message>
        <source>Limits that hold the funding back</source>
        <translation>制约资金分配的约束</translation>
    </message>
    <message>
        <source>Limits that hold the plan back: {limits}.</source>
        <translation>限制方案的约束：{limits}。</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>沿革</translation>
    </message>
    <message>
        <source>Linear barriers</source>
        <translation>线状障碍</translation>
    </message>
    <message>
        <source>Linear correlation (Pearson)</source>
        <translation>线性相关（Pearson）</translation>
    </message>
    <message>
        <source>Lines between sources from Ecological corridors, with the fields link_id, from_id and to_id. Their least-cost distances are computed anew.</source>
        <translation>“生态廊道”输出的源地间连线，含字段 link_id、from_id 和 to_id。其最小成本距离将重新计算。</translation>
    </message>
    <message>
        <source>Lines between sources from Ecological corridors, with the fields link_id, from_id, to_id and, for the ratio, cost.</source>
        <translation>“生态廊道”工具输出的源地间连线，含 link_id、from_id、to_id 字段；计算比值时使用 cost 字段。</translation>
    </message>
    <message>
        <source>Lines for the threats whose column classes says roads. Left empty, such threats are left out.</source>
        <translation>用于 classes 列为 roads 的威胁的线要素。留空时，此类威胁不参与计算。</translation>
    </message>
    <message>
        <source>Lines or polygons of waters that hinder movement.</source>
        <translation>阻碍移动的水体，线或面。</translation>
    </message>
    <message>
        <source>Lines such as motorways or railways whose cells resist at least as much as given below.</source>
        <translation>高速公路、铁路等线要素，其像元的阻力值至少为下方给定值。</translation>
    </message>
    <message>
        <source>Lines with service, value_wan, paid_wan. Output of Ecological compensation.</source>
        <translation>含 service、value_wan、paid_wan 的线，由“生态补偿”输出。</translation>
    </message>
    <message>
        <source>Lines. Where they are given, road density takes the place of land use intensity.</source>
        <translation>线图层。提供时以道路密度代替土地利用程度。</translation>
    </message>
    <message>
        <source>Lines; corridors that cross them become nodes.</source>
        <translation>线；廊道与其相交处成为节点。</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Link threshold</source>
        <translation>连接阈值</translation>
    </message>
    <message>
        <source>Link type of Linkage Mapper</source>
        <translation>Linkage Mapper 连接类型</translation>
    </message>
    <message>
        <source>Link units without neighbours</source>
        <translation>连接无邻居的单元</translation>
    </message>
    <message>
        <source>Linkage priority</source>
        <translation>连接优先级</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Links by importance</source>
        <translation>连接重要性分级</translation>
    </message>
    <message>
        <source>Links by priority</source>
        <translation>连接优先级分级</translation>
    </message>
    <message>
        <source>Links in the highest class</source>
        <translation>最高等级的连接数</translation>
    </message>
    <message>
        <source>Links neighbouring sources along least-cost paths and draws the corridors around them.</source>
        <translation>沿最小成本路径连接相邻生态源地，并划定路径周围的廊道。</translation>
    </message>
    <message>
        <source>Links on the map</source>
        <translation>在图上的连接数</translation>
    </message>
    <message>
        <source>Links sources of different climate along paths on which the climate changes in one direction.</source>
        <translation>沿气候单向变化的路径连接气候不同的源地。</translation>
    </message>
    <message>
        <source>Links that cost less (resistance x metres) are dropped. Empty: no limit.</source>
        <translation>成本（阻力 x 米）更低的连接予以舍去。留空：不限制。</translation>
    </message>
    <message>
        <source>Links that cost more (resistance x metres) are dropped. Empty: no limit.</source>
        <translation>成本（阻力 x 米）更高的连接予以舍去。留空：不限制。</translation>
    </message>
    <message>
        <source>Links with a csp_norm below this are left out of the map, not out of the layer of links.</source>
        <translation>csp_norm 低于此值的连接不进入图中，但仍保留在连接图层中。</translation>
    </message>
    <message>
        <source>Links with a longer path are dropped. Empty: no limit.</source>
        <translation>路径更长的连接被舍去。留空：不限。</translation>
    </message>
    <message>
        <source>Links with centrality</source>
        <translation>连接中心性</translation>
    </message>
    <message>
        <source>Loadings</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Loan share</source>
        <translation>贷款比例</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>Loans that can be had (10^4 CNY), with interest subsidised by the province. 0: none.</source>
        <translation>可获得的贷款总额（万元），由省级贴息。0 表示没有。</translation>
    </message>
    <message>
        <source>Loans {loan} of {loans}; their interest subsidy takes {subsidy} of the provincial budget.</source>
        <translation>贷款 {loan}（总额 {loans}）；其贴息占用省级预算 {subsidy}。</translation>
    </message>
    <message>
        <source>Local Moran's I</source>
        <translation>局部莫兰指数</translation>
    </message>
    <message>
        <source>Logarithm of current</source>
        <translation>电流取对数</translation>
    </message>
    <message>
        <source>Longest slope (m)</source>
        <translation>最大坡长（米）</translation>
    </message>
    <message>
        <source>Longest way from a divide, horizontal metres.</source>
        <translation>离分水岭最长的路径，水平米。</translation>
    </message>
    <message>
        <source>Looking for water in {count} cells</source>
        <translation>在 {count} 个像元中查找水体</translation>
    </message>
    <message>
        <source>Looks for what would stop a later tool or spoil its results, and says for each finding where it is, how many cells or features it concerns and what to do. It changes nothing and never fails on bad data.

Rasters: coordinate system (missing, geographic, different), grid (cell size, origin, shape against the first raster), nodata (all, share, holes where the first raster has data, values such as -9999 that are not declared), range of the layer in the data standard, constant values, class codes with fractions or stored as decimal numbers, sand + silt + clay = 100 %. The standard is found by the layer name: dem, slope, precipitation, ndvi, population and so on, also in Chinese.

Tables with class codes: codes of the class rasters without a row (error), double rows (error), rows whose code no raster has (warning), the encoding GBK (warning; the codes are read all the same).

Vector layers: readable, not empty, coordinate system, geometry missing or invalid, overlap of the rasters, unreadable text, dates. Units (polygons with the code field): codes present, six digits and unique, parents with the same prefix (city four digits, province two), overlaps, small gaps, empty names and population, negative statistics.

Shared data: a layer or table that bears the name of a layer of the shared data standard, such as projects, sites, observations or zones, is checked against its fields as Import data would: type, required, limits, code lists, key without doubles, overlaps, shares that add up to 1.

GCJ-02: web maps in China are displaced by some 300 to 800 m, differently from place to place. Outlines of polygons are compared with the edge of the data of the first raster, outlines of polygons and lines with those of every other vector layer. Where the offset of the published formula, taken back point by point, brings two outlines together, the finding names the displaced layer, the offset observed and the one expected.

Severities: error (a tool will refuse the data or give wrong results), warning (look at it), note.</source>
        <translation>查找会使后续工具中断或结果失真的问题，并对每个问题说明位置、涉及的像元或要素数量以及处理办法。本工具不修改任何数据，遇到坏数据也不会失败。

栅格：坐标系（缺失、地理坐标系、不一致）、格网（与第一个栅格相比的像元大小、原点、行列数）、无数据（全部、比例、第一个栅格有数据处的空洞、未声明的 -9999 之类的值）、数据标准中该图层的取值范围、常数值、类别代码带小数或以浮点数存储、砂粒 + 粉粒 + 黏粒 = 100 %。按图层名称匹配标准：dem、slope、precipitation、ndvi、population 等，也支持中文名称。

含类别代码的表：分类栅格中有而表中没有的代码（错误）、重复行（错误）、没有栅格使用的代码（警告）、GBK 编码（警告；代码照样读取）。

矢量图层：能否读取、是否为空、坐标系、几何缺失或无效、是否与栅格重叠、乱码文字、日期。单元（含代码字段的面）：代码是否存在、是否六位且唯一、上级代码前缀是否一致（市四位、省两位）、重叠、细小缝隙、名称和人口为空、统计值为负。

共享数据：与共享数据标准图层同名的图层或表，如 projects、sites、observations 或 zones，按“导入数据”的方式检查其字段：类型、必填、范围、代码表、主键不重复、重叠、合计为 1 的份额。

GCJ-02：国内网络地图存在约 300 至 800 米、因地而异的偏移。将面的轮廓与第一个栅格的数据边缘比较，将面和线的轮廓与其他每个矢量图层比较。若按公开公式逐点扣除偏移后两条轮廓能够重合，则报告发生偏移的图层、实测偏移量和预期偏移量。

严重程度：error（工具会拒绝该数据或得出错误结果）、warning（需要查看）、note（提示）。</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>环道区</translation>
    </message>
    <message>
        <source>Loop in edge</source>
        <translation>边缘区内的环道区</translation>
    </message>
    <message>
        <source>Loop in edge, inside</source>
        <translation>边缘区内的环道区（内部）</translation>
    </message>
    <message>
        <source>Loop in perforation</source>
        <translation>孔隙内的环道区</translation>
    </message>
    <message>
        <source>Loop in perforation, inside</source>
        <translation>孔隙内的环道区（内部）</translation>
    </message>
    <message>
        <source>Loop, inside</source>
        <translation>环道区（内部）</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Low among high (LH)</source>
        <translation>低-高聚集（LH）</translation>
    </message>
    <message>
        <source>Low among low (LL)</source>
        <translation>低-低聚集（LL）</translation>
    </message>
    <message>
        <source>Low deficit</source>
        <translation>低赤字</translation>
    </message>
    <message>
        <source>Low security</source>
        <translation>低安全水平</translation>
    </message>
    <message>
        <source>Low surplus</source>
        <translation>低盈余</translation>
    </message>
    <message>
        <source>Lower limit after the correction</source>
        <translation>修正后的下限</translation>
    </message>
    <message>
        <source>Lower limit {number}</source>
        <translation>下限 {number}</translation>
    </message>
    <message>
        <source>Lower percentile</source>
        <translation>下百分位</translation>
    </message>
    <message>
        <source>Lowers the limit so that at most this share of the clusters is expected to be chance.</source>
        <translation>降低界限，使预期至多此比例的聚类出于偶然。</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Lowest answer that counts as satisfied.</source>
        <translation>算作满意的最低答案。</translation>
    </message>
    <message>
        <source>Lowest resistance</source>
        <translation>最低阻力</translation>
    </message>
    <message>
        <source>Lowest security</source>
        <translation>最低安全水平</translation>
    </message>
    <message>
        <source>Lowest temperature by month</source>
        <translation>逐月最低气温</translation>
    </message>
    <message>
        <source>MJ mm/ha/h/yr. Empty: from annual precipitation.</source>
        <translation>MJ mm/ha/h/yr。留空：由年降水量计算。</translation>
    </message>
    <message>
        <source>MNDWI of water</source>
        <translation>水体的 MNDWI</translation>
    </message>
    <message>
        <source>MSPA, GuidosToolbox, core, bridge, loop, branch, islet, perforation, edge, pattern analysis</source>
        <translation>形态学空间格局分析, 形态学格局, 核心区, 桥接区, 环道区, 支线, 孤岛, 孔隙, 边缘区, 生态源地识别</translation>
    </message>
    <message>
        <source>Made with EcoRestore</source>
        <translation>EcoRestore 制图</translation>
    </message>
    <message>
        <source>Made with {versions}.</source>
        <translation>制作软件：{versions}。</translation>
    </message>
    <message>
        <source>Main land cover</source>
        <translation>主要土地覆被</translation>
    </message>
    <message>
        <source>Main zone</source>
        <translation>主要分区</translation>
    </message>
    <message>
        <source>Make the role</source>
        <translation>创建角色</translation>
    </message>
    <message>
        <source>Makes a GeoPackage with the layers of the data standard: administrative units, watersheds, security pattern, zones, collaborative units, funding, projects, monitoring sites and observations, stakeholders, consultations, techniques, experts and public feedback. No server is needed; copy the file to share it, or put it on a network drive: one writer at a time is let in, readers never wait.

Every row keeps the import that brought it and the one that replaced it, so that the store can be read as it was at any import. Nothing is overwritten: what is drawn, changed or deleted by hand, in QGIS or in a field application, gets a number in the lineage like an import, and the older state of the row stays.

The project opens the store with styles, forms and value lists. The standard page prints layers, fields, types, units and code lists from the same definition.

The coordinate reference system must be projected in metres, such as CGCS2000 / 3-degree zones or an Albers system; choose one for the whole province.

With a PostgreSQL connection the store is made on a server (PostgreSQL 15 or newer, PostGIS) in the schema ecorestore: many people write at once, row-level security lets every member see and write only what its level and unit code allow, deleting is not possible, and an audit table records who wrote what when. Members are admitted by Grant access.

A store of an older version of the standard is migrated in place: missing layers and fields are added and a backup stays beside it.

Source: unified data standard and sharing platform, Peng 2025, doi:10.61360/BoniGHSS252018890606.</source>
        <translation>按数据标准创建 GeoPackage，包含：行政单元、流域、安全格局、分区、协同单元、资金、项目、监测站点与观测、利益相关方、协商、技术、专家和公众反馈。无需服务器；复制文件即可共享，也可放在网络磁盘上：一次只允许一个写入者，读取者无需等待。

每一行都保留带来它的导入和取代它的导入，因此可以读取任一次导入之后的数据库状态。不会覆盖任何内容：在 QGIS 或野外应用中手工绘制、修改或删除的内容与导入一样在沿革中得到编号，该行的旧状态保留。

项目打开数据库时带有样式、表单和取值列表。标准页面由同一定义打印图层、字段、类型、单位和代码表。

坐标参考系必须为以米为单位的投影坐标系，如 CGCS2000 三度带或 Albers；全省请选用同一个。

给出 PostgreSQL 连接时，在服务器（PostgreSQL 15 或更高版本、PostGIS）的 ecorestore 模式中创建：多人可同时写入，行级安全使每个成员只能看到和写入其级别与单元代码所允许的内容，不能删除，审计表记录谁在何时写了什么。成员由“授予访问权限”加入。

旧版标准的数据库就地迁移：补充缺少的图层和字段，旁边保留备份。

来源：统一数据标准与共享平台，Peng 2025, doi:10.61360/BoniGHSS252018890606。</translation>
    </message>
    <message>
        <source>Makes a login role of the server a member of the store, with a level and, below the province, the code of its unit. The server enforces it for every query, view, function and program (forced row-level security):

public sees what is open to the public;
county sees that, and what is open to counties in its own unit;
city sees that, and what is open to cities, in all its counties;
province sees everything.

A member may write, where granted, only rows with the code of its own unit or below. Who is no member sees nothing, the owner of the tables included; only superusers of the server stand above the rules, so do not work as one.

A role that does not exist can be made without a password; whoever keeps the server sets one. Passwords never pass through this tool.</source>
        <translation>使服务器的登录角色成为数据库成员，带有级别，省级以下还带有单元代码。服务器对每个查询、视图、函数和程序强制执行（强制行级安全）：

public 可见向公众开放的内容；
county 另可见本单元内向县级开放的内容；
city 另可见其所有县内向市级开放的内容；
province 可见全部。

获准写入的成员只能写入带本单元或下属代码的行。非成员什么也看不到，表的属主也不例外；只有服务器的超级用户凌驾于规则之上，因此请勿以其身份工作。

不存在的角色可以不带密码地创建；密码由服务器管理者设置。密码从不经过本工具。</translation>
    </message>
    <message>
        <source>Makes a study area that exists nowhere, with every input the tools of EcoRestore need, so that the whole workflow can be tried at once and results can be compared between computers.

Two prefectures with 24 counties lie in a river basin. Terrain is fractal uplift carved by its own rivers (stream power, Braun and Willett 2013, doi:10.1016/j.geomorph.2012.10.008). Counties grow from their seats and end at ridges and rivers. Land cover follows terrain, water and towns at two dates, 2010 and 2020. Climate, soil, NDVI, NPP, population, night lights and county statistics follow from these.

The folder holds GeoTIFFs (landcover_2010, landcover_2020, dem, precipitation, temperature, et0, ndvi_2010, ndvi_2020, npp, sand, silt, clay, organic_carbon, soil_depth, pawc, population, nightlight), the GeoPackage sample.gpkg with the layers units, roads, rivers and towns, provenance.csv and README.txt. Units: metres, mm/yr, degC, kg C/m2/yr, %, persons per cell, nW/cm2/sr.

Everything is labelled synthetic: names are invented, unit codes begin with the unused 99, and the coordinate system (EPSG:4547) only serves to have metres. Do not publish results on it as findings. The same seed and size give the same area.</source>
        <translation>生成一个现实中并不存在的研究区，包含 EcoRestore 各工具所需的全部输入，便于立即试用整个流程，并在不同计算机之间比较结果。

研究区为一个流域，含两个地级市、24 个县。地形由分形抬升面经河流侵蚀形成（河流水力侵蚀模型，Braun and Willett 2013，doi:10.1016/j.geomorph.2012.10.008）。县域自县城向外生长，止于山脊和河流。2010 年和 2020 年两期土地覆被随地形、水系和城镇分布。气候、土壤、NDVI、NPP、人口、夜间灯光和县级统计数据由此推得。

文件夹中包含 GeoTIFF（landcover_2010、landcover_2020、dem、precipitation、temperature、et0、ndvi_2010、ndvi_2020、npp、sand、silt、clay、organic_carbon、soil_depth、pawc、population、nightlight），含 units、roads、rivers、towns 图层的 sample.gpkg，以及 provenance.csv 和 README.txt。单位：米、mm/yr、degC、kg C/m2/yr、%、每像元人数、nW/cm2/sr。

所有内容均标注为合成数据：地名为虚构，行政代码以未使用的 99 开头，坐标系（EPSG:4547）仅用于提供米制单位。请勿将其结果作为研究结论发布。相同的种子和大小得到相同的示例区。</translation>
    </message>
    <message>
        <source>Makes a synthetic study area with all inputs the tools need.</source>
        <translation>生成一个合成的研究区，包含各工具所需的全部输入。</translation>
    </message>
    <message>
        <source>Makes the indicators of ecosystem resilience from raw layers on one grid, as one raster with a named band per indicator. The resilience index weighs them.

Terrain: elevation (m), slope (degrees, Horn), relief (highest minus lowest elevation in a window, m). Hydrothermal: precipitation (mm/yr), temperature (degC), dryness (ET0 / precipitation). Soil: organic_matter (%), soil_depth, erodibility (K). Vegetation and landscape: vegetation_cover (dimidiate pixel model from NDVI, end members at 5 and 95 percent), landscape_diversity (Shannon diversity SHDI = -sum p ln p of the land cover in a window), ecological_elasticity (sum of elasticity score x cover share in the window). Human disturbance: population_density (persons/km2), night_light (ln(1 + radiance), or the index 0.8 x mean radiance + 0.2 x share of lit cells in the window), land_use_intensity (100 x sum of degree x cover share in the window), or road_density (km/km2) where roads are given.

The window of diversity must be at least half known, the part beyond the edge counting as unknown; elsewhere diversity is nodata. Organic matter = 1.724 x organic carbon. Without a layer of erodibility, K follows from sand, silt, clay and organic carbon by the EPIC equation. Every indicator can be replaced by a raster of your own.

The list of indicators is a proposal of EcoRestore after the perspectives named in the Beijing-Tianjin-Hebei study, whose own list is not published in its abstract. Elasticity scores and land use degrees are in an editable table.

Source: Horn 1981, doi:10.1109/PROC.1981.11918; Gutman &amp; Ignatov 1998, doi:10.1080/014311698215333; McGarigal &amp; Marks 1995 (SHDI); Zhuang &amp; Liu 1997 (land use degree); Williams 1990, doi:10.1098/rstb.1990.0184</source>
        <translation>由同一格网上的原始图层生成生态系统韧性指标，结果为一个栅格，每个指标一个命名波段。“韧性指数”工具对其加权。

地形：elevation 高程（m），slope 坡度（度，Horn 法），relief 起伏度（窗口内最高与最低高程之差，m）。水热：precipitation 降水（mm/年），temperature 气温（℃），dryness 干燥度（ET0 / 降水）。土壤：organic_matter 有机质（%），soil_depth 土层厚度，erodibility 可蚀性（K）。植被与景观：vegetation_cover 植被覆盖度（由 NDVI 按像元二分模型计算，端元取 5% 和 95% 百分位），landscape_diversity 景观多样性（窗口内土地覆被的香农多样性 SHDI = -Σp ln p），ecological_elasticity 生态弹性度（窗口内弹性分值 × 覆被比例之和）。人为干扰：population_density 人口密度（人/km2），night_light 夜间灯光（ln(1 + 辐亮度)，或指数：窗口内 0.8 × 平均辐亮度 + 0.2 × 有光像元比例），land_use_intensity 土地利用程度（100 × 窗口内程度分级 × 覆被比例之和）；提供道路时改为 road_density 道路密度（km/km2）。

多样性的窗口至少须有一半已知，超出边缘的部分视为未知，否则多样性为无数据。有机质 = 1.724 × 有机碳。未提供可蚀性图层时，由砂粒、粉粒、黏粒和有机碳按 EPIC 公式计算 K。每个指标均可用自有栅格替换。

指标清单是 EcoRestore 按京津冀研究所列维度提出的建议，该研究的指标清单未在其摘要中公布。弹性分值和土地利用程度见可编辑的表。

来源：Horn 1981，doi:10.1109/PROC.1981.11918；Gutman &amp; Ignatov 1998，doi:10.1080/014311698215333；McGarigal &amp; Marks 1995（SHDI）；庄大方、刘纪远 1997（土地利用程度）；Williams 1990，doi:10.1098/rstb.1990.0184</translation>
    </message>
    <message>
        <source>Makes the login role where it does not exist, without a password.</source>
        <translation>登录角色不存在时予以创建，不带密码。</translation>
    </message>
    <message>
        <source>Makes the shared store by the data standard, with a QGIS project on it, or migrates an older one.</source>
        <translation>按数据标准创建共享数据库及其 QGIS 项目，或迁移旧版数据库。</translation>
    </message>
    <message>
        <source>Makes the terrain layers that resistance, resilience, erosion and zoning ask for.

Slope in degrees and aspect (degrees clockwise from north, nodata on level ground) by Horn. Roughness = area of the surface / area on the map = 1 / cos(slope).

Relief = highest - lowest elevation in a square window. Surface fragmentation is given as incision depth = mean - lowest elevation in the same window; some studies call other measures by this name. The window is given, or picked by the mean change point: for windows of 3 x 3, 5 x 5 ... cells the sequence X = ln(mean relief / window area) is cut in two; the window before which the cut leaves the least scatter around the two means (largest S - Si) is taken.

Water: pits are filled (priority flood), each cell drains to its steepest lower neighbour (D8). Contributing area in hectares, the cell included. Flow length in horizontal metres, from the divide down to the cell (the longest way) or from the cell down to the outlet. LS = slope length factor L (Desmet &amp; Govers, exponents of Liu) x slope steepness factor S (McCool, Liu), as in the CSLE; slopes longer than the limit count as that long. Water that comes from beyond the edge of the raster is not seen: give a whole catchment. Drainage takes about 24 bytes of memory per cell with numba, 180 without.

Source: Horn 1981, doi:10.1109/PROC.1981.11918; Han et al. 2012, Scientia Geographica Sinica 32(1):101-104 (window of relief); Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024; Desmet &amp; Govers 1996, J. Soil Water Conserv. 51(5):427-433; McCool et al. 1987, doi:10.13031/2013.30576; Liu et al. 1994, doi:10.13031/2013.28273</source>
        <translation>生成阻力、韧性、侵蚀和分区所需的地形图层。

坡度（度）和坡向（自正北顺时针的角度，平地为无数据）按 Horn 方法计算。粗糙度 = 地表面积 / 投影面积 = 1 / cos(坡度)。

起伏度 = 正方形窗口内最高高程 - 最低高程。地表破碎度以切割深度表示 = 同一窗口内平均高程 - 最低高程；有些研究用此名称指其他量。窗口可给定，也可用均值变点法选取：对 3 x 3、5 x 5……像元的窗口，将序列 X = ln(平均起伏度 / 窗口面积) 分为两段；取使两段围绕各自均值离散度最小（S - Si 最大）的分割点之后的第一个窗口。

水文：填洼（优先队列淹没），每个像元流向最陡的较低邻元（D8）。汇水面积以公顷计，含自身。水流长度为水平米数，为分水岭到该像元的最长路径，或该像元到出口的路径。LS = 坡长因子 L（Desmet &amp; Govers，指数取刘宝元）x 坡度因子 S（McCool、刘宝元），与 CSLE 一致；超过上限的坡长按上限计。栅格范围以外的来水无法计入：请提供完整流域。有 numba 时汇流每像元约占 24 字节内存，没有时约 180 字节。

来源：Horn 1981, doi:10.1109/PROC.1981.11918；韩海辉等 2012，地理科学 32(1):101-104（起伏度窗口）；Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024；Desmet &amp; Govers 1996, J. Soil Water Conserv. 51(5):427-433；McCool et al. 1987, doi:10.13031/2013.30576；Liu et al. 1994, doi:10.13031/2013.28273</translation>
    </message>
    <message>
        <source>Map (PDF)</source>
        <translation>地图（PDF）</translation>
    </message>
    <message>
        <source>Map (PNG)</source>
        <translation>地图（PNG）</translation>
    </message>
    <message>
        <source>Map as PDF</source>
        <translation>PDF地图</translation>
    </message>
    <message>
        <source>Map as PNG</source>
        <translation>PNG地图</translation>
    </message>
    <message>
        <source>Maps connectivity without sources or corridors: everywhere there is habitat, movement starts and ends. A circular window moves over the landscape. In each, current flows from all source cells to the target in the middle along all ways at once, and the currents of all windows add up (Omniscape). Use it to see where movement concentrates over a whole region, also outside the corridors between sources; for chosen sources use Current flow.

Targets are the centres of a regular grid of blocks. The target receives the sum of the source strength in its block, the sources of the window outside the block give it in proportion to their strength. Cumulative current (ampere) = sum of the currents of all windows. Flow potential = the same with all resistances equal: what would flow if only the pattern of habitat mattered. Normalised current = cumulative current / flow potential: below 1 movement is impeded, about 1 it is diffuse, above 1 the landscape intensifies and at last channelises it. The classes part it at 0.7, 1.3 and 1.7, a convention that may be changed.

Radius and buffer are in metres and may be any share of a cell; the block is in cells, since it is counted off from the corner of the raster, and an even number is raised by one. A window holds the cells whose centre lies within the radius. Time grows with the number of windows, that is with 1 / block^2, and with about the third power of the radius. The correction of artefacts evens out the bunches of current that blocks leave around their centres.

Conditions let current flow only from sources that resemble the target: within, source minus median of the target's block lies between two limits, such as the present temperature of the source and the future one of the target; equal, the source has the most frequent value of the block.

A window that cannot be solved is listed in the table and ends nothing. Results do not depend on the number of processes, and to eight digits not on compiled kernels. With the edges as in Omniscape, results equal those of Omniscape, which near the upper and left edge leaves out other sources than those of the block.

Source: McRae et al. 2016, Conserving Nature's Stage; Landau et al. 2021, Journal of Open Source Software, doi:10.21105/joss.02829</source>
        <translation>不需要生态源地或廊道即可绘制连通性：凡有生境之处，移动都会开始和结束。一个圆形窗口在景观上移动；在每个窗口中，电流从所有源像元沿所有路径同时流向中心的目标像元，所有窗口的电流相加（Omniscape 方法）。用它查看整个区域中移动在何处集中，包括源地之间廊道以外的地方；若针对选定的源地，请使用“电流分布”。

目标是规则网格上各区块的中心。目标接收的电流等于其区块内源强度之和，由窗口内区块以外的源按各自强度的比例提供。累积电流（安培）= 所有窗口电流之和。潜在流 = 所有阻力相等时的同一数值：只考虑生境格局时会流过的电流。归一化电流 = 累积电流 / 潜在流：小于 1 时移动受阻，约等于 1 时为弥散，大于 1 时景观使移动增强，最终使其渠化。类别以 0.7、1.3 和 1.7 划分，这是一种可以更改的惯例。

半径和缓冲距离以米为单位，可以不是像元的整数倍；区块以像元为单位，因为它从栅格左上角开始计数，偶数会加一。窗口包含中心位于半径以内的像元。计算时间随窗口数量（即 1 / 区块²）增长，并大约随半径的三次方增长。伪影校正可消除区块在其中心周围造成的电流聚集。

条件使电流只来自与目标相似的源：within 表示源的值减去目标区块的中位数位于两个界限之间，例如源的当前温度与目标的未来温度；equal 表示源具有区块中最常见的值。

无法求解的窗口会列在表中，不会中断运行。结果不取决于进程数，在八位有效数字内也不取决于编译内核。选择“边缘与 Omniscape 一致”时，结果与 Omniscape 相同；Omniscape 在上边缘和左边缘附近排除的不是区块内的源。

来源：McRae et al. 2016, Conserving Nature's Stage；Landau et al. 2021, Journal of Open Source Software, doi:10.21105/joss.02829</translation>
    </message>
    <message>
        <source>Maps of single runs</source>
        <translation>单次运行图</translation>
    </message>
    <message>
        <source>Marginal zone</source>
        <translation>边缘区</translation>
    </message>
    <message>
        <source>Market discount (%/yr)</source>
        <translation>市场贴现率（%/年）</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>Match by classes</source>
        <translation>按类别匹配</translation>
    </message>
    <message>
        <source>Match by values</source>
        <translation>按数值匹配</translation>
    </message>
    <message>
        <source>Matching compares units with each other and needs at least two; there is {count}.</source>
        <translation>匹配需要单元之间相互比较，至少两个单元，而现有 {count} 个。</translation>
    </message>
    <message>
        <source>Matching of supply and demand</source>
        <translation>供需匹配</translation>
    </message>
    <message>
        <source>Matching of supply and demand of the units</source>
        <translation>各单元的供需匹配</translation>
    </message>
    <message>
        <source>Matching type</source>
        <translation>供需匹配类型</translation>
    </message>
    <message>
        <source>Matching type and resilience level to zone and strategy; empty for the six zones of the Beijing-Tianjin-Hebei paper.</source>
        <translation>由匹配类型与韧性水平确定分区与策略；留空则用京津冀论文的六类分区。</translation>
    </message>
    <message>
        <source>Matching type x resilience level gives every unit its restoration zone and strategy.</source>
        <translation>由匹配类型与韧性水平的组合确定每个单元的修复分区和策略。</translation>
    </message>
    <message>
        <source>Matching types</source>
        <translation>匹配类型</translation>
    </message>
    <message>
        <source>Matching types (raster)</source>
        <translation>匹配类型（栅格）</translation>
    </message>
    <message>
        <source>Matching types compare the units of this study area with each other: a unit near an axis may change its type with the area, the year or the data.</source>
        <translation>供需匹配类型是研究区内各单元之间的相对比较：靠近坐标轴的单元可能随研究范围、年份或数据而改变类型。</translation>
    </message>
    <message>
        <source>Matching types must be 1 to 4; {count} cells are not, the first has {value}. Give the raster that supply-demand matching writes.</source>
        <translation>匹配类型必须为 1 至 4；有 {count} 个像元不是，第一个为 {value}。请提供“供需匹配”工具输出的栅格。</translation>
    </message>
    <message>
        <source>Matching types per cell</source>
        <translation>像元匹配类型</translation>
    </message>
    <message>
        <source>Matrix of effective resistances</source>
        <translation>有效电阻矩阵</translation>
    </message>
    <message>
        <source>Maximum current</source>
        <translation>最大电流</translation>
    </message>
    <message>
        <source>May write</source>
        <translation>可写入</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean K</source>
        <translation>平均 K</translation>
    </message>
    <message>
        <source>Mean LS factor</source>
        <translation>平均 LS 因子</translation>
    </message>
    <message>
        <source>Mean R</source>
        <translation>平均 R</translation>
    </message>
    <message>
        <source>Mean Shannon diversity</source>
        <translation>平均香农多样性</translation>
    </message>
    <message>
        <source>Mean annual temperature, degC.</source>
        <translation>年均气温，℃。</translation>
    </message>
    <message>
        <source>Mean composite demand</source>
        <translation>平均综合需求</translation>
    </message>
    <message>
        <source>Mean coordination degree</source>
        <translation>平均协调度</translation>
    </message>
    <message>
        <source>Mean coordination degree {mean}; {classes}.</source>
        <translation>平均协调度 {mean}；{classes}。</translation>
    </message>
    <message>
        <source>Mean core area value</source>
        <translation>平均核心区价值</translation>
    </message>
    <message>
        <source>Mean cost to other sources</source>
        <translation>到其他源地的平均成本</translation>
    </message>
    <message>
        <source>Mean cover</source>
        <translation>平均覆盖度</translation>
    </message>
    <message>
        <source>Mean cover of the second date</source>
        <translation>第二期平均覆盖度</translation>
    </message>
    <message>
        <source>Mean current (A)</source>
        <translation>平均电流（A）</translation>
    </message>
    <message>
        <source>Mean distance to the line on which both services are equal; cells are shaded up to the largest, {largest}.</source>
        <translation>到两项服务相等线的平均距离；颜色深浅以最大值 {largest} 为准。</translation>
    </message>
    <message>
        <source>Mean habitat quality</source>
        <translation>平均生境质量</translation>
    </message>
    <message>
        <source>Mean importance score</source>
        <translation>平均重要性得分</translation>
    </message>
    <message>
        <source>Mean index</source>
        <translation>平均指数</translation>
    </message>
    <message>
        <source>Mean index of the second date</source>
        <translation>第二期平均指数</translation>
    </message>
    <message>
        <source>Mean interaction</source>
        <translation>平均相互作用强度</translation>
    </message>
    <message>
        <source>Mean number of neighbours</source>
        <translation>平均邻居数</translation>
    </message>
    <message>
        <source>Mean rank correlation of the draws with the result</source>
        <translation>随机权重排序与结果的平均秩相关</translation>
    </message>
    <message>
        <source>Mean resilience</source>
        <translation>平均韧性</translation>
    </message>
    <message>
        <source>Mean resilience per perspective</source>
        <translation>各维度的平均韧性</translation>
    </message>
    <message>
        <source>Mean resilience {mean} over {cells} cells; {incomplete} cells lack an indicator.</source>
        <translation>{cells} 个像元的平均韧性为 {mean}；{incomplete} 个像元缺少指标。</translation>
    </message>
    <message>
        <source>Mean resistance</source>
        <translation>平均阻力值</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>平均得分</translation>
    </message>
    <message>
        <source>Mean slope (degrees)</source>
        <translation>平均坡度（度）</translation>
    </message>
    <message>
        <source>Mean slope (degrees); not used where the layer lacks it.</source>
        <translation>平均坡度（度）；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Mean supply-demand ratio of the units</source>
        <translation>单元平均供需比</translation>
    </message>
    <message>
        <source>Mean temperature</source>
        <translation>平均气温</translation>
    </message>
    <message>
        <source>Mean vegetation factor</source>
        <translation>平均植被因子</translation>
    </message>
    <message>
        <source>Mean width (m)</source>
        <translation>平均宽度（米）</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Meaning of the cutoff</source>
        <translation>截断值的含义</translation>
    </message>
    <message>
        <source>Means of the correction layers</source>
        <translation>修正图层的均值</translation>
    </message>
    <message>
        <source>Means per unit need units: choose a layer for {units}.</source>
        <translation>单元均值需要单元：请为“{units}”选择图层。</translation>
    </message>
    <message>
        <source>Measure field</source>
        <translation>措施字段</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Measures are analysed one by one and together; empty: all rows are one measure.</source>
        <translation>逐项并合并分析各措施；为空：所有行为同一措施。</translation>
    </message>
    <message>
        <source>Measures how supply and demand of ecosystem services develop together. Both are min-max scaled to 0..1 over the units (or cells) and lifted to a floor.

C = 2 sqrt(S D) / (S + D) is the coupling, 1 where both are equal; T = a S + b D with a + b = 1 is the level; the coordination degree is D = sqrt(C T). Ten classes in steps of 0.1: extreme, serious, moderate, mild and near imbalance, barely, primary, intermediate, good and quality coordination. A degree on a limit belongs to the class above.

The relation says which side lags: supply_lags where demand is at least 0.1 above supply, demand_lags the other way round, balanced between.

The default fields are the supply and demand index that supply-demand matching writes. With service names the degree of every service is added, from &lt;service&gt;_supply and &lt;service&gt;_demand per hectare. Give units, or two rasters, or both.

A high degree means that both are high and alike; where both are low they are alike but not coordinated. Degrees are relative to the study area.

Source: Liao 1999, Tropical Geography 19(2) (coordination degree and its classes)</source>
        <translation>衡量生态系统服务供给与需求的协同发展程度。二者先在单元（或像元）之间按极差标准化到 0 至 1，并提升到下限。

C = 2√(S D) /（S + D）为耦合度，二者相等时为 1；T = a S + b D（a + b = 1）为综合水平；协调度 D = √(C T)。以 0.1 为间隔分十级：极度、严重、中度、轻度、濒临失调，勉强、初级、中级、良好、优质协调。等于界限的值归入较高一级。

关系说明哪一方滞后：需求比供给高至少 0.1 时为 supply_lags（供给滞后），反之为 demand_lags（需求滞后），介于其间为 balanced（供需同步）。

默认字段为“供需匹配”工具输出的供给指数和需求指数。给出服务名称时，由每公顷的 &lt;service&gt;_supply 和 &lt;service&gt;_demand 添加各项服务的协调度。可提供单元、两个栅格，或二者兼有。

协调度高表示二者均高且相近；二者均低时虽相近但不协调。协调度相对于研究区而言。

来源：廖重斌 1999，热带地理 19(2)（协调度及其等级）</translation>
    </message>
    <message>
        <source>Measures the connectivity of a set of habitat patches and what each patch adds to it, to choose ecological sources by more than their area.

p = exp(-alpha x distance) is the probability of moving straight from one patch to another, with alpha so that it is PROBABILITY at the dispersal distance; p* is the best product of such probabilities over any chain of patches. PC = sum over all ordered pairs of patches, each with itself included, of a_i x a_j x p*_ij / A_L^2 (probability of connectivity); a is the attribute of a patch, A_L the area of the landscape. IIC has 1 / (1 + fewest links between i and j) instead of p*, where patches no farther apart than the threshold are linked (integral index of connectivity). ECA = square root of the sum: the area of one patch that would be worth as much (equivalent connected area).

Each patch is taken out in turn: delta = 100 x (index - index without it) / index, in percent, and its three parts: intra (its own habitat), flux (ways that begin or end in it), connector (ways between others that get worse without it). pc_between is the share of the index in pairs of other patches whose every best way leads through the patch, BC(PC); between the number of pairs between which it lies over the links, equal ways sharing a pair.

Distances are straight, from edge to edge, in metres; with a resistance raster least-cost distances (resistance x metres), and the dispersal distances and the threshold are then in that unit too. Direct ways with a probability below 1e-15 are left out. Removals take about half a minute for 1,000 patches and grow with more than the third power of the number; the log says how long it will take before the work begins.

Sources: Saura &amp; Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005; Pascual-Hortal &amp; Saura 2006, doi:10.1007/s10980-006-0013-z; Saura &amp; Rubio 2010, doi:10.1111/j.1600-0587.2009.05760.x; change between dates: Saura et al. 2011, doi:10.1016/j.ecolind.2010.06.011</source>
        <translation>度量一组生境斑块的连通性以及每个斑块的贡献，使生态源地的选择不只依据面积。

p = exp(-alpha x 距离) 是从一个斑块直接迁移到另一个斑块的概率，alpha 的取值使扩散距离处的概率等于 PROBABILITY；p* 是经过任意斑块链的概率乘积的最大值。PC = 对所有有序斑块对（含斑块自身）求和 a_i x a_j x p*_ij / A_L^2（可能连通性指数）；a 为斑块属性，A_L 为景观面积。IIC 用 1 / (1 + i 与 j 之间的最少连接数) 代替 p*，距离不超过阈值的斑块视为相连（整体连通性指数）。ECA = 该和的平方根：与之等价的单个斑块的面积（等效连通面积）。

逐一移除每个斑块：delta = 100 x (指数 - 移除后的指数) / 指数，单位为百分比，由三部分组成：intra（斑块自身的生境）、flux（以该斑块为起点或终点的路径）、connector（没有该斑块时其他斑块之间变差的路径）。pc_between 是所有最佳路径都经过该斑块的其他斑块对在指数中所占的份额，即 BC(PC)；between 是在连接图上该斑块位于其最短路径上的斑块对数，等长路径平分一对。

距离为斑块边缘到边缘的直线距离，单位为米；给出阻力栅格时为最小成本距离（阻力 x 米），此时扩散距离和阈值也用该单位。概率低于 1e-15 的直接路径不计。1000 个斑块的移除约需半分钟，耗时随斑块数的三次方以上增长；计算开始前日志会说明所需时间。

来源：Saura &amp; Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005；Pascual-Hortal &amp; Saura 2006, doi:10.1007/s10980-006-0013-z；Saura &amp; Rubio 2010, doi:10.1111/j.1600-0587.2009.05760.x；两期变化：Saura 等 2011, doi:10.1016/j.ecolind.2010.06.011</translation>
    </message>
    <message>
        <source>Measuring patches</source>
        <translation>正在量算斑块</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Medium deficit</source>
        <translation>中赤字</translation>
    </message>
    <message>
        <source>Medium security</source>
        <translation>中安全水平</translation>
    </message>
    <message>
        <source>Medium surplus</source>
        <translation>中盈余</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Members (Chinese)</source>
        <translation>成员（中文）</translation>
    </message>
    <message>
        <source>Merging distance (m)</source>
        <translation>合并距离（米）</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Method and sources</source>
        <translation>方法与来源</translation>
    </message>
    <message>
        <source>Method: {method}.</source>
        <translation>方法：{method}。</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Metres above sea level.</source>
        <translation>海拔，m。</translation>
    </message>
    <message>
        <source>Metres above sea level; tells which units lie downstream of which, for the services that flow with the water. Empty: they flow anywhere.</source>
        <translation>海拔高程（米）；用于判断随水流动的服务中单元间的上下游关系。留空：可流向任何单元。</translation>
    </message>
    <message>
        <source>Metres around a crossing structure within which barriers are open; every cell touched counts, so the gap is at least one cell wide.</source>
        <translation>穿越设施周围障碍被打通的距离（米）；凡触及的像元均计入，因此缺口至少一个像元宽。</translation>
    </message>
    <message>
        <source>Mild imbalance</source>
        <translation>轻度失调</translation>
    </message>
    <message>
        <source>Millimetres per year.</source>
        <translation>毫米/年。</translation>
    </message>
    <message>
        <source>Minimum area</source>
        <translation>最小面积</translation>
    </message>
    <message>
        <source>Minimum area (ha)</source>
        <translation>最小面积（公顷）</translation>
    </message>
    <message>
        <source>Minimum cumulative resistance</source>
        <translation>最小累积阻力</translation>
    </message>
    <message>
        <source>Minimum value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Mix of elements</source>
        <translation>要素构成</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Mixed below</source>
        <translation>混合界限</translation>
    </message>
    <message>
        <source>Mixed units</source>
        <translation>混合单元数</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <source>Moderate imbalance</source>
        <translation>中度失调</translation>
    </message>
    <message>
        <source>Money each project has spent.</source>
        <translation>每个项目已支出的资金。</translation>
    </message>
    <message>
        <source>Money each project was given.</source>
        <translation>每个项目获得的资金。</translation>
    </message>
    <message>
        <source>Money gained in the year, 0 or more.</source>
        <translation>当年收益，大于或等于 0。</translation>
    </message>
    <message>
        <source>Money left over in a phase can be spent later.</source>
        <translation>某阶段剩余资金可在以后使用。</translation>
    </message>
    <message>
        <source>Money per phase, separated by commas; a fund each, separated by semicolons; in the unit of the costs.</source>
        <translation>各阶段资金，用逗号分隔；每种资金一组，用分号分隔；单位与费用一致。</translation>
    </message>
    <message>
        <source>Money spent in the year, 0 or more.</source>
        <translation>当年支出，大于或等于 0。</translation>
    </message>
    <message>
        <source>Money value of eleven services by equivalent factors of land cover, and its change.</source>
        <translation>按土地覆被的当量因子计算十一项服务的货币价值及其变化。</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Monitoring indicators</source>
        <translation>监测指标</translation>
    </message>
    <message>
        <source>Monthly temperatures and rain are needed for 12 months; there are {count}.</source>
        <translation>需要 12 个月的气温和降水；给出了 {count} 个。</translation>
    </message>
    <message>
        <source>Moran scatter plot and statistics as HTML.</source>
        <translation>莫兰散点图和统计量（HTML）。</translation>
    </message>
    <message>
        <source>Moran scatter plot; the slope is Moran's I</source>
        <translation>莫兰散点图；斜率为莫兰指数 I</translation>
    </message>
    <message>
        <source>Moran's I</source>
        <translation>莫兰指数 I</translation>
    </message>
    <message>
        <source>Moran's I = {index}, pseudo p-value {p}; {clusters} significant units.</source>
        <translation>莫兰指数 I = {index}，伪 p 值 {p}；显著单元：{clusters}。</translation>
    </message>
    <message>
        <source>Moran's I, LISA, spatial autocorrelation, cluster, outlier, bivariate, hot spot</source>
        <translation>莫兰指数,LISA,空间自相关,聚类,异常值,双变量,热点</translation>
    </message>
    <message>
        <source>Moran's I, its expectation, z-scores, p-values, units, islands, neighbours and clusters.</source>
        <translation>莫兰指数及其期望值、z 分数、p 值、单元数、孤立单元数、邻居数和聚类数。</translation>
    </message>
    <message>
        <source>More than one raster is called {names}; give each factor a name of its own.</source>
        <translation>有多个栅格名为 {names}；请为每个因子单独命名。</translation>
    </message>
    <message>
        <source>More than one raster was given for the threat {names}; keep one for each.</source>
        <translation>威胁 {names} 对应了多个栅格；每个威胁只保留一个。</translation>
    </message>
    <message>
        <source>Morphological spatial pattern analysis</source>
        <translation>形态学空间格局分析</translation>
    </message>
    <message>
        <source>Morphological spatial pattern analysis (MSPA)</source>
        <translation>形态学空间格局分析（MSPA）</translation>
    </message>
    <message>
        <source>Most barriers</source>
        <translation>障碍点上限</translation>
    </message>
    <message>
        <source>Most cells</source>
        <translation>最多像元数</translation>
    </message>
    <message>
        <source>Most cells of the rasters to compute from, drawn at random; 0 takes all.</source>
        <translation>参与计算的最多像元数，随机抽取；0 表示全部。</translation>
    </message>
    <message>
        <source>Most cells that entropy, critic, pca and the correlations are computed from, drawn at random; 0 takes all.</source>
        <translation>计算 entropy、critic、pca 和相关性的最多像元数，随机抽取；0 表示全部。</translation>
    </message>
    <message>
        <source>Most different values</source>
        <translation>不同值的最大个数</translation>
    </message>
    <message>
        <source>Moves a window over a class raster and measures the diversity of the classes in it: an indicator of landscape pattern, resilience and habitat value.

Shannon diversity H = -sum p ln p, with p the share of each class in the known cells of the window (SHDI); 0 where there is one class, at most ln(richness). Richness S = number of classes. Evenness = H / ln S (SHEI), 0 where there is one class.

The window is a square or a circle in metres; 3 to 5 km is usual. A square takes the nearest odd number of cells each way, a circle the cells whose centre is within half its diameter. Cells in whose window too little is known, the part beyond the edge of the raster counting as unknown, become nodata.

Results do not depend on the number of processes or on compiled kernels.

Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Pielou 1966, doi:10.1016/0022-5193(66)90013-0; McGarigal &amp; Marks 1995 (SHDI, SHEI, PR)</source>
        <translation>在分类栅格上移动窗口，量算窗口内类别的多样性：可作为景观格局、韧性和生境价值的指标。

香农多样性 H = -sum p ln p，p 为各类别在窗口已知像元中的比例（SHDI）；只有一个类别时为 0，最大为 ln(丰富度)。丰富度 S = 类别数。均匀度 = H / ln S（SHEI），只有一个类别时为 0。

窗口为以米计的正方形或圆形；通常取 3 至 5 千米。正方形在行列方向取最接近的奇数个像元，圆形取中心距不超过半径的像元。窗口中已知像元过少（栅格范围以外按未知计）的像元为无数据。

结果与进程数以及是否使用编译内核无关。

来源：Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x；Pielou 1966, doi:10.1016/0022-5193(66)90013-0；McGarigal &amp; Marks 1995（SHDI、SHEI、PR）</translation>
    </message>
    <message>
        <source>Multiply elasticity by diversity</source>
        <translation>弹性度乘以多样性</translation>
    </message>
    <message>
        <source>Multipolygons with cu_id, element, node_type, task, lead_level, members, cross_boundary, element mix and areas (ha).</source>
        <translation>多部件面，含 cu_id、要素、节点类型 node_type、任务、牵头层级 lead_level、成员、是否跨界 cross_boundary、要素构成和面积（公顷）。</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>NDVI = value x factor; 0.0001 for MODIS integers.</source>
        <translation>NDVI = 像元值 x 系数；MODIS 整数产品为 0.0001。</translation>
    </message>
    <message>
        <source>NDVI of bare soil</source>
        <translation>裸土 NDVI</translation>
    </message>
    <message>
        <source>NDVI of full cover</source>
        <translation>全覆盖 NDVI</translation>
    </message>
    <message>
        <source>NDVI of full vegetation</source>
        <translation>全植被 NDVI</translation>
    </message>
    <message>
        <source>NDVI of full vegetation ({full}) must be above NDVI of bare soil ({soil}). Give both by hand; a scene of one cover has no range to take them from.</source>
        <translation>全植被覆盖的 NDVI（{full}）必须大于裸土的 NDVI（{soil}）。请手动给出两者；覆盖单一的影像无法提取端元。</translation>
    </message>
    <message>
        <source>NDVI of the second date</source>
        <translation>第二期 NDVI</translation>
    </message>
    <message>
        <source>NEP needs the respiration of the soil, or temperature and precipitation of twelve months.</source>
        <translation>NEP 需要土壤呼吸，或十二个月的气温和降水。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a login role of the server.</source>
        <translation>服务器登录角色的名称。</translation>
    </message>
    <message>
        <source>Name of the class field</source>
        <translation>级别字段名称</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>聚类名称</translation>
    </message>
    <message>
        <source>Name of the cluster (Chinese)</source>
        <translation>聚类名称（中文）</translation>
    </message>
    <message>
        <source>Name of the higher unit</source>
        <translation>上级单元名称</translation>
    </message>
    <message>
        <source>Name of the matching type</source>
        <translation>匹配类型名称</translation>
    </message>
    <message>
        <source>Name of the matching type (Chinese)</source>
        <translation>匹配类型名称（中文）</translation>
    </message>
    <message>
        <source>Name of the unit.</source>
        <translation>单元名称。</translation>
    </message>
    <message>
        <source>Name of the unit; the code where the layer has none.</source>
        <translation>单元名称；图层没有名称时使用代码。</translation>
    </message>
    <message>
        <source>Name the column with the class codes "code".</source>
        <translation>请将类别代码列命名为“code”。</translation>
    </message>
    <message>
        <source>Name the file after its content, such as dem or precipitation.</source>
        <translation>请按内容命名文件，例如 dem 或 precipitation。</translation>
    </message>
    <message>
        <source>Names for judgements given as text, separated by commas, in the order of the rows.</source>
        <translation>判断值以文本给出时的因子名称，按行的顺序，用逗号分隔。</translation>
    </message>
    <message>
        <source>Names in the order of the layers, separated by commas; they become field names. Empty: the names of the layers.</source>
        <translation>按图层顺序排列的名称，用逗号分隔，将作为字段名。留空则用图层名称。</translation>
    </message>
    <message>
        <source>Names in the order of the rasters, separated by commas. Empty: the names of the layers.</source>
        <translation>按栅格顺序排列的名称，用逗号分隔。留空则用图层名称。</translation>
    </message>
    <message>
        <source>Names in the order of the rasters, separated by commas; they become field names. Empty: the names of the layers.</source>
        <translation>按栅格顺序排列的名称，用逗号分隔，将作为字段名。留空则用图层名称。</translation>
    </message>
    <message>
        <source>Names of services, separated by commas, whose degrees are added as &lt;name&gt;_ccd from &lt;name&gt;_supply and &lt;name&gt;_demand. Empty: none.</source>
        <translation>服务名称，用逗号分隔；由 &lt;name&gt;_supply 和 &lt;name&gt;_demand 计算其协调度并添加为 &lt;name&gt;_ccd。留空则不添加。</translation>
    </message>
    <message>
        <source>Names of the class rasters</source>
        <translation>分类栅格的名称</translation>
    </message>
    <message>
        <source>Names of the data standard that must be among the inputs, separated by commas, such as landcover,dem,ndvi.</source>
        <translation>必须包含在输入中的数据标准图层名，以逗号分隔，例如 landcover,dem,ndvi。</translation>
    </message>
    <message>
        <source>Names of the factors as in the factor table, separated by commas, in the order of the rasters. Left empty, the layer names are used.</source>
        <translation>与因子表一致的因子名称，按栅格顺序用逗号分隔。留空则使用图层名称。</translation>
    </message>
    <message>
        <source>Names of the factors as in the score table, separated by commas, in the order of the rasters. Left empty, the layer names are used.</source>
        <translation>与赋值表一致的因子名称，按栅格顺序，用逗号分隔。留空时使用图层名称。</translation>
    </message>
    <message>
        <source>Names of the indicators</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Names of the indicators in mm, such as water conservation; their total is reported in m3.</source>
        <translation>以毫米计的指标名称，如水源涵养；其总量以立方米报告。</translation>
    </message>
    <message>
        <source>Names of the indicators of which only cells inside the zones count, such as vegetation cover of core patches; their first row is that of all zones together.</source>
        <translation>只统计分区内像元的指标名称，如核心斑块植被覆盖度；其第一行为全部分区合计。</translation>
    </message>
    <message>
        <source>Names of the indicators per hectare, such as t/ha; multiplied by the area of a cell and summed.</source>
        <translation>按公顷计的指标名称，如 t/ha；乘以像元面积后求和。</translation>
    </message>
    <message>
        <source>Names of the indicators that are amounts per cell and are summed, separated by commas; the others are averaged.</source>
        <translation>逐像元数量、需求和的指标名称，用逗号分隔；其余取平均。</translation>
    </message>
    <message>
        <source>Names of the indicators, separated by commas, in the order of fields or rasters. Left empty, field or layer names are used.</source>
        <translation>指标名称，用逗号分隔，顺序与字段或栅格一致。留空时使用字段名或图层名。</translation>
    </message>
    <message>
        <source>Names of the levels</source>
        <translation>等级名称体系</translation>
    </message>
    <message>
        <source>Names of the own indicators</source>
        <translation>自有指标的名称</translation>
    </message>
    <message>
        <source>Names of the services in the order of the rasters, separated by commas; they become field names.</source>
        <translation>与栅格顺序一致的服务名称，以逗号分隔；用作字段名。</translation>
    </message>
    <message>
        <source>Names of the services, separated by commas; the fields are &lt;name&gt;_supply and &lt;name&gt;_demand.</source>
        <translation>各服务的名称，以逗号分隔；对应字段为 &lt;名称&gt;_supply 和 &lt;名称&gt;_demand。</translation>
    </message>
    <message>
        <source>Names of the threat rasters</source>
        <translation>威胁栅格的名称</translation>
    </message>
    <message>
        <source>Names of the value rasters</source>
        <translation>数值栅格的名称</translation>
    </message>
    <message>
        <source>Names of the vector layers</source>
        <translation>矢量图层的名称</translation>
    </message>
    <message>
        <source>Narrowest place (m)</source>
        <translation>最窄处宽度（米）</translation>
    </message>
    <message>
        <source>Narrowest place, x</source>
        <translation>最窄处 x 坐标</translation>
    </message>
    <message>
        <source>Narrowest place, y</source>
        <translation>最窄处 y 坐标</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点类数</translation>
    </message>
    <message>
        <source>Natural breaks need at least 2 classes, not {count}.</source>
        <translation>自然断点至少需要 2 类，而非 {count} 类。</translation>
    </message>
    <message>
        <source>Natural breaks of</source>
        <translation>自然断点的对象</translation>
    </message>
    <message>
        <source>Natural breaks: {count} places left</source>
        <translation>自然断点：尚余 {count} 个位置</translation>
    </message>
    <message>
        <source>Naturalness</source>
        <translation>自然度</translation>
    </message>
    <message>
        <source>Nature reserves, national parks, ecological red lines. A cell belongs to the area that covers its centre.</source>
        <translation>自然保护区、国家公园、生态保护红线。像元归属于覆盖其中心的区域。</translation>
    </message>
    <message>
        <source>Near imbalance</source>
        <translation>濒临失调</translation>
    </message>
    <message>
        <source>Nearest by</source>
        <translation>最近邻依据</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻数</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>资金需求</translation>
    </message>
    <message>
        <source>Need (10^4 CNY)</source>
        <translation>资金需求（万元）</translation>
    </message>
    <message>
        <source>Need field</source>
        <translation>需求字段</translation>
    </message>
    <message>
        <source>Need {need}, own funds {own}, gap {gap}; provincial {provincial} of {budget}, social {social} of {social_budget}.</source>
        <translation>需求 {need}，自有资金 {own}，缺口 {gap}；省级资金使用 {provincial}/{budget}，社会资本使用 {social}/{social_budget}。</translation>
    </message>
    <message>
        <source>Needed for fixed; with percentiles it takes the place of the lower one.</source>
        <translation>fixed 方法必填；用 percentiles 时代替下百分位值。</translation>
    </message>
    <message>
        <source>Needed for fixed; with percentiles it takes the place of the upper one.</source>
        <translation>fixed 方法必填；用 percentiles 时代替上百分位值。</translation>
    </message>
    <message>
        <source>Needed for the net present value.</source>
        <translation>净现值所需。</translation>
    </message>
    <message>
        <source>Needs field</source>
        <translation>前置项目字段</translation>
    </message>
    <message>
        <source>Neighbouring cells are joined by average resistance or average conductance, not by {average}.</source>
        <translation>相邻像元按平均电阻或平均电导相连，而不是按 {average}。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻接方式</translation>
    </message>
    <message>
        <source>Neighbours by cost</source>
        <translation>成本相邻</translation>
    </message>
    <message>
        <source>Neighbours by straight distance</source>
        <translation>直线距离相邻</translation>
    </message>
    <message>
        <source>Neighbours lie within {distance} m.</source>
        <translation>邻居位于 {distance} m 以内。</translation>
    </message>
    <message>
        <source>Neighbours must be 4 or 8, not {value}.</source>
        <translation>邻接方式只能是 4 或 8，不能是 {value}。</translation>
    </message>
    <message>
        <source>Neighbours need at least two units; there is {count}.</source>
        <translation>邻居关系至少需要两个单元；现有 {count} 个。</translation>
    </message>
    <message>
        <source>Neighbours of a cell</source>
        <translation>像元邻域</translation>
    </message>
    <message>
        <source>Neighbours of {count} units</source>
        <translation>{count} 个单元的邻居</translation>
    </message>
    <message>
        <source>Net position (10^4 CNY)</source>
        <translation>净收支（万元）</translation>
    </message>
    <message>
        <source>Net present value</source>
        <translation>净现值</translation>
    </message>
    <message>
        <source>Net present value of all</source>
        <translation>总净现值</translation>
    </message>
    <message>
        <source>Net present value of the change</source>
        <translation>变化的净现值</translation>
    </message>
    <message>
        <source>Net present value {npv}, benefit-cost ratio {bcr}.</source>
        <translation>净现值 {npv}，效益成本比 {bcr}。</translation>
    </message>
    <message>
        <source>Net present value, benefit-cost ratio, internal rate of return and payback of measures, with their sensitivity.</source>
        <translation>措施的净现值、效益成本比、内部收益率和回收期及其敏感性。</translation>
    </message>
    <message>
        <source>Net primary production</source>
        <translation>净初级生产力</translation>
    </message>
    <message>
        <source>Network indices</source>
        <translation>网络指数</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>新数据库</translation>
    </message>
    <message>
        <source>Night light</source>
        <translation>夜间灯光</translation>
    </message>
    <message>
        <source>Night lights</source>
        <translation>夜间灯光</translation>
    </message>
    <message>
        <source>No Chinese font is installed; install one such as Noto Sans CJK, or names may show as boxes.</source>
        <translation>未安装中文字体；请安装Noto Sans CJK等字体，否则地名可能显示为方框。</translation>
    </message>
    <message>
        <source>No block of {block} x {block} cells holds a source. Choose a smaller block.</source>
        <translation>没有任何 {block} x {block} 像元的区块包含源。请选择更小的区块。</translation>
    </message>
    <message>
        <source>No candidate raises the connectivity. Choose a larger dispersal distance or other places.</source>
        <translation>没有候选能提高连通性。请选择更大的扩散距离或其他位置。</translation>
    </message>
    <message>
        <source>No cell conducts current: every cell is nodata or has conductance 0.</source>
        <translation>没有可导电的像元：所有像元均为无数据或电导为 0。</translation>
    </message>
    <message>
        <source>No cell has both a matching type and a resilience. Check that the layers cover the same area.</source>
        <translation>没有像元同时具有匹配类型和韧性。请检查各图层是否覆盖同一区域。</translation>
    </message>
    <message>
        <source>No cell has one of the habitat classes {wanted}; the raster holds {present}.</source>
        <translation>没有像元属于生境类别 {wanted}；栅格中的类别为 {present}。</translation>
    </message>
    <message>
        <source>No cell has resistance, night light and a land-cover class at once; check the extents and nodata values of these layers.</source>
        <translation>没有任何像元同时具有阻力值、夜间灯光和土地覆被类别；请检查这些图层的范围与无数据值。</translation>
    </message>
    <message>
        <source>No cell is a source: the source strength is 0, unknown or below the threshold of {threshold} everywhere (its largest value is {largest}). Check the layer or lower the threshold.</source>
        <translation>没有任何像元是源：源强度处处为 0、未知或低于阈值 {threshold}（其最大值为 {largest}）。请检查图层或降低阈值。</translation>
    </message>
    <message>
        <source>No cell knows enough indicators for an index: {share} of the weight is needed. Check that the bands cover the same area, or lower the share.</source>
        <translation>没有像元的已知指标足以计算指数：需要权重的 {share}。请检查各波段是否覆盖同一区域，或降低该比例。</translation>
    </message>
    <message>
        <source>No cell lies in the levels {levels}.</source>
        <translation>等级 {levels} 中没有像元。</translation>
    </message>
    <message>
        <source>No cell outside the treated places is like them in the layers to match. Take fewer classes, a smaller distance, or larger control places.</source>
        <translation>处理区之外没有像元在匹配图层上与其相似。请减少分级、缩小距离或扩大对照区。</translation>
    </message>
    <message>
        <source>No cell reaches the minimum {minimum}; the largest value is {largest}. Lower the minimum.</source>
        <translation>没有像元达到最小值 {minimum}；最大值为 {largest}。请降低最小值。</translation>
    </message>
    <message>
        <source>No control is drawn within it around the treated places, where the measure may still be felt.</source>
        <translation>处理区周围此距离内不抽取对照，因为措施的影响可能波及此处。</translation>
    </message>
    <message>
        <source>No corridor has a cell within the cutoff {cutoff}. Give a larger one.</source>
        <translation>没有廊道含有截断值 {cutoff} 以内的像元。请给出更大的值。</translation>
    </message>
    <message>
        <source>No corridor of {corridors} has a link_id of {links}. Give both outputs of the same run of Ecological corridors.</source>
        <translation>{corridors} 中没有任何廊道的 link_id 与 {links} 对应。请提供“生态廊道”同一次运行的两个输出。</translation>
    </message>
    <message>
        <source>No current on sources</source>
        <translation>源地上不计电流</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>No data on the new grid; check the extent and the coordinate system.</source>
        <translation>新格网上没有数据；请检查范围和坐标系。</translation>
    </message>
    <message>
        <source>No element is given: choose sources, corridors or links, pinch points, barriers or nodes.</source>
        <translation>未给出任何要素：请选择源地、廊道或廊道线、夹点、障碍点或节点。</translation>
    </message>
    <message>
        <source>No element lies inside the administrative units. Check that the layers show the same area.</source>
        <translation>没有要素位于行政单元内。请检查各图层是否为同一区域。</translation>
    </message>
    <message>
        <source>No habitat class is given. Name the class codes that are habitat, such as 2, 3, 9.</source>
        <translation>未给出生境类别。请填写属于生境的类别代码，例如 2, 3, 9。</translation>
    </message>
    <message>
        <source>No habitat is left farther than the edge width of {edge} m from other land; the largest distance is {largest} m. Choose a smaller edge width.</source>
        <translation>没有生境距其他地类超过边缘宽度 {edge} 米；最大距离为 {largest} 米。请选择较小的边缘宽度。</translation>
    </message>
    <message>
        <source>No indicator follows from the others (variance inflation factors up to 10).</source>
        <translation>没有可由其他指标推出的指标（方差膨胀因子不超过 10）。</translation>
    </message>
    <message>
        <source>No indicator has a value. Fill in the measured values.</source>
        <translation>没有任何指标具有值。请填写实测值。</translation>
    </message>
    <message>
        <source>No indicator of the table has a target. The targets are of: {names}.</source>
        <translation>表中没有任何指标有目标。有目标的指标为：{names}。</translation>
    </message>
    <message>
        <source>No link has a priority. Lower the smallest priority that is kept.</source>
        <translation>没有连接具有优先级。请降低保留的最小优先级。</translation>
    </message>
    <message>
        <source>No link is left. {reasons} Raise the limits or choose other neighbours.</source>
        <translation>没有保留任何连接。{reasons}请提高限值，或选择其他邻接方式。</translation>
    </message>
    <message>
        <source>No neighbour</source>
        <translation>无邻居</translation>
    </message>
    <message>
        <source>No patch is large enough for an edge of {width} cells, so that all foreground is islet. No edge width leaves core: use smaller cells or more foreground classes.</source>
        <translation>没有斑块能容纳宽 {width} 个像元的边缘，全部前景均为孤岛。任何边缘宽度都无法保留核心区：请采用更小的像元或更多的前景类别。</translation>
    </message>
    <message>
        <source>No patch is large enough for an edge of {width} cells, so that all foreground is islet. The widest edge that leaves core is {widest} cells.</source>
        <translation>没有斑块能容纳宽 {width} 个像元的边缘，全部前景均为孤岛。能保留核心区的最大边缘宽度为 {widest} 个像元。</translation>
    </message>
    <message>
        <source>No patch reaches the minimum area of {minimum} ha: the largest of {count} patches has {largest} ha. Lower the minimum area or widen the habitat.</source>
        <translation>没有斑块达到最小面积 {minimum} 公顷：{count} 个斑块中最大的为 {largest} 公顷。请降低最小面积或放宽生境范围。</translation>
    </message>
    <message>
        <source>No path joins any of the {starts} starts with any of the {ends} ends. Raise the largest cost, or check that nodata cells do not cut them off.</source>
        <translation>{starts} 个起点与 {ends} 个终点之间没有任何路径。请提高最大成本，或检查它们是否被无数据像元隔断。</translation>
    </message>
    <message>
        <source>No path joins the two sources of any of the {count} links: nodata separates them.</source>
        <translation>{count} 条连接的两端源地之间均无路径：被无数据像元隔开。</translation>
    </message>
    <message>
        <source>No path joins the two sources of {count} links, which are left out: {links}.</source>
        <translation>{count} 条连接的两端源地之间没有路径，已略去：{links}。</translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>No project has all of: {names}.</source>
        <translation>没有一个项目同时具有：{names}。</translation>
    </message>
    <message>
        <source>No provincial budget is given: {share} % of the sum of the gaps, {budget}, is assumed.</source>
        <translation>未给出省级预算：假定为缺口合计的 {share} %，即 {budget}。</translation>
    </message>
    <message>
        <source>No raster can be read; check the paths and the files.</source>
        <translation>没有可读取的栅格；请检查路径和文件。</translation>
    </message>
    <message>
        <source>No selection was found: {reason} Allow more time, or fewer required projects.</source>
        <translation>未找到方案：{reason} 请延长时间，或减少必选项目。</translation>
    </message>
    <message>
        <source>No source drives any current: grounds and sources lie apart, or cancel out.</source>
        <translation>没有任何源驱动电流：接地与源互不连通，或相互抵消。</translation>
    </message>
    <message>
        <source>No source lies on a cell with resistance. Check that the sources overlap the resistance raster.</source>
        <translation>没有生态源地落在具有阻力值的像元上。请检查源地是否与阻力栅格重叠。</translation>
    </message>
    <message>
        <source>No treated cell has all the layers that controls are matched by. Check that they cover the treated places.</source>
        <translation>没有处理像元具备全部匹配图层的值。请检查这些图层是否覆盖处理区。</translation>
    </message>
    <message>
        <source>No trend</source>
        <translation>无趋势</translation>
    </message>
    <message>
        <source>No two factors repeat each other (all correlations are below 0.8).</source>
        <translation>没有相互重复的因子（相关系数均低于 0.8）。</translation>
    </message>
    <message>
        <source>No two indicators repeat each other (all correlations are below 0.8).</source>
        <translation>没有相互重复的指标（相关系数均低于 0.8）。</translation>
    </message>
    <message>
        <source>No two of the {count} cores qualify: {alike} pairs differ too little in climate, {near} lie too near and {far} too far. Change the threshold or the distances.</source>
        <translation>{count} 个核心区中没有符合条件的配对：{alike} 对气候差异过小，{near} 对距离过近，{far} 对距离过远。请调整阈值或距离。</translation>
    </message>
    <message>
        <source>No unit has a value of wealth.</source>
        <translation>没有任何单元具有财富值。</translation>
    </message>
    <message>
        <source>No unit has an Engel coefficient.</source>
        <translation>没有单元具有恩格尔系数。</translation>
    </message>
    <message>
        <source>No unit; cells that resist more already keep their value.</source>
        <translation>无单位；已有更大阻力值的像元保持不变。</translation>
    </message>
    <message>
        <source>No unit; cells that resist more already keep their value. 100 is the highest score of the shipped table.</source>
        <translation>无单位；阻力值已更高的像元保持原值。100 为随附赋值表的最高赋值。</translation>
    </message>
    <message>
        <source>No window of {cells} cells is known to {share} %. Choose a smaller window or a smaller known share.</source>
        <translation>没有任何 {cells} 个像元的窗口已知比例达到 {share} %。请缩小窗口或降低已知比例。</translation>
    </message>
    <message>
        <source>Nobody lives in the area: the population is 0 in every cell, and so is the demand. Check that the layer holds persons per cell and not a density that was rounded to 0.</source>
        <translation>区域内无人居住：所有像元人口为 0，需求也为 0。请检查图层是否为每像元人数，而不是被舍入为 0 的密度。</translation>
    </message>
    <message>
        <source>Nodata can be restored</source>
        <translation>无数据可修复</translation>
    </message>
    <message>
        <source>Nodata separates these sources; their effective resistance is -1.</source>
        <translation>这些源地被无数据隔开，其有效电阻为 -1。</translation>
    </message>
    <message>
        <source>Nodata separates {count} of {total} pairs of sources, which carry no current: {pairs}.</source>
        <translation>{total} 对源地中有 {count} 对被无数据隔开，没有电流：{pairs}。</translation>
    </message>
    <message>
        <source>Nodata where the resistance is</source>
        <translation>阻力无数据处为无数据</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Node area (ha)</source>
        <translation>节点面积（公顷）</translation>
    </message>
    <message>
        <source>Node type</source>
        <translation>节点类型</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Nodes become circles of this radius; 500 m is about 79 ha.</source>
        <translation>节点扩展为该半径的圆；500 米约合 79 公顷。</translation>
    </message>
    <message>
        <source>Nodes with a source and a ground</source>
        <translation>同时有源与接地的节点</translation>
    </message>
    <message>
        <source>None of the layers the indicators are made from is given.</source>
        <translation>未提供任何用于生成指标的图层。</translation>
    </message>
    <message>
        <source>None of the links can be reached on the resistance raster.</source>
        <translation>在阻力栅格上没有任何连接可达。</translation>
    </message>
    <message>
        <source>None of the raw layers of the {count} indicators is given.</source>
        <translation>{count} 个指标的原始图层均未提供。</translation>
    </message>
    <message>
        <source>None of the {count} corridors joins the two sources of its link. Check that corridors, links and sources belong together, or choose wider corridors.</source>
        <translation>{count} 条廊道均未连通其连接两端的源地。请检查廊道、连接与源地是否相互对应，或采用更宽的廊道。</translation>
    </message>
    <message>
        <source>None of the {count} edges conducts current between two nodes.</source>
        <translation>{count} 条边中没有一条能在两个节点之间导电。</translation>
    </message>
    <message>
        <source>None of the {count} habitat cells lies in a protected area. Check the protected areas, or add them instead of requiring them.</source>
        <translation>{count} 个生境像元均不在保护地内。请检查保护地，或改为加入而不是要求。</translation>
    </message>
    <message>
        <source>None of the {count} indicators holds data: all values are nodata. Choose another layer or check its nodata value.</source>
        <translation>{count} 个指标均无数据：所有值都是无数据值。请选择其他图层，或检查其无数据值。</translation>
    </message>
    <message>
        <source>None of the {count} indicators varies, so there is nothing to weigh.</source>
        <translation>{count} 个指标均无变化，无法赋权。</translation>
    </message>
    <message>
        <source>None of the {count} places is allowed. Choose a smaller spacing, or check where stepping stones may lie.</source>
        <translation>{count} 个位置都不允许布设。请选择更小的间距，或检查踏脚石允许布设的范围。</translation>
    </message>
    <message>
        <source>None of the {count} sources is connected with another: nodata separates them. Fill the gaps in the resistance raster or choose other sources.</source>
        <translation>{count} 个源地互不连通：它们被无数据像元隔开。请填补阻力栅格中的空缺，或选择其他源地。</translation>
    </message>
    <message>
        <source>None of the {count} threats has a raster, land cover classes or roads.</source>
        <translation>{count} 个威胁都没有栅格、土地覆被类别或道路。</translation>
    </message>
    <message>
        <source>None of the {count} units has a neighbour. Choose k nearest neighbours, or a larger distance.</source>
        <translation>{count} 个单元均没有邻居。请选择 k 最近邻，或更大的距离。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>标准化方法</translation>
    </message>
    <message>
        <source>Normalised current</source>
        <translation>归一化电流</translation>
    </message>
    <message>
        <source>Normalised current from which on movement is diffuse, intensified and channelised: three rising numbers, separated by commas.</source>
        <translation>移动从哪个归一化电流值起为弥散、增强和渠化：三个递增的数，用逗号分隔。</translation>
    </message>
    <message>
        <source>Normalised least-cost corridors</source>
        <translation>归一化最小成本廊道</translation>
    </message>
    <message>
        <source>Normalised least-cost corridors: extra cost over the best path, resistance x metres.</source>
        <translation>归一化最小成本廊道：相对最优路径的额外成本，阻力×米。</translation>
    </message>
    <message>
        <source>Normalises every indicator to 0..1 between two percentiles, mirrored where more of it means less resilience, and adds them up: resilience = sum of weight x indicator.

Weighting: ahp judges the perspectives by pairwise comparison (principal eigenvector, consistency ratio below 0.1) and shares a perspective's weight among its indicators, equally or by the weights of the indicator table. entropy lets indicators count more that tell cells apart better: p = x / sum x, e = -sum p ln p / ln n, weight = (1 - e) / sum (1 - e). critic lets indicators count more that vary more and repeat the others less. combined finds the mixture of ahp and entropy that is nearest to each (game theory), or their mean where that would be negative; combined_all mixes ahp, entropy and critic. equal gives every indicator the same. table takes the weights of the indicator table among all indicators.

geometric instead of the sum takes the product of the scores of the perspectives, each to the power of its weight. With an indicator table of the perspectives vigour, organisation and resilience, a third of the weight each, that is the ecosystem health index (V O R)^(1/3); organisation is then 0.5 diversity, 0.25 aggregation and 0.25 cohesion, given as bands of your own.

A constant or empty indicator gets no weight. Where a cell lacks some indicators, the weights of the others are scaled up as long as they hold the given share of all weight. Entropy weights change with the extent of the study area. The log names pairs of indicators that repeat each other (correlation above 0.8) and indicators that follow from others (variance inflation factor above 10); they distort the index.

Directions, perspectives and judgements are editable proposals. Elevation lowers resilience by default; turn it round where mountains are the better sites.

Source: Saaty 1977, doi:10.1016/0022-2496(77)90033-5 (AHP); Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x (entropy); Diakoulaki et al. 1995, doi:10.1016/0305-0548(94)00059-H (CRITIC); Marquardt 1970, doi:10.1080/00401706.1970.10488699 (variance inflation)</source>
        <translation>将每个指标在两个百分位之间标准化到 0 至 1，数值越大韧性越低的指标取反，然后求和：韧性 = 权重 × 指标之和。

权重：ahp 通过两两比较判断各维度（主特征向量，一致性比率低于 0.1），维度权重在其指标间平均分配，或按指标表中的权重分配。entropy 使更能区分像元的指标权重更大：p = x / Σx，e = -Σp ln p / ln n，权重 =（1 - e）/ Σ（1 - e）。critic 使变化更大且与其他指标重复更少的指标权重更大。combined 为与 ahp 和 entropy 最接近的组合（博弈论），若系数为负则取平均；combined_all 组合 ahp、entropy 和 critic。equal 各指标权重相等。table 将指标表中的权重用于全部指标。

geometric 不用求和，而取各维度得分按其权重为指数的乘积。若指标表的维度为活力、组织力和恢复力且权重各为三分之一，即为生态系统健康指数 (V O R)^(1/3)；组织力为 0.5 多样性、0.25 聚集度和 0.25 连接度，以自有波段给出。

常数或空的指标没有权重。像元缺少部分指标时，只要已知指标的权重之和达到给定比例，就按比例放大其权重。熵权随研究区范围而变化。日志会列出相互重复的指标对（相关系数高于 0.8）和可由其他指标推出的指标（方差膨胀因子高于 10），它们会使指数失真。

方向、维度和判断均为可编辑的建议。默认高程越高韧性越低；若山地条件更优，请改变方向。

来源：Saaty 1977，doi:10.1016/0022-2496(77)90033-5（AHP）；Shannon 1948，doi:10.1002/j.1538-7305.1948.tb01338.x（熵）；Diakoulaki et al. 1995，doi:10.1016/0305-0548(94)00059-H（CRITIC）；Marquardt 1970，doi:10.1080/00401706.1970.10488699（方差膨胀）</translation>
    </message>
    <message>
        <source>Normalising {indicator}</source>
        <translation>标准化 {indicator}</translation>
    </message>
    <message>
        <source>Not significant</source>
        <translation>不显著</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on resilience</source>
        <translation>韧性说明</translation>
    </message>
    <message>
        <source>Nothing can be written beside {path}: {reason}. Ask for the right to write into that folder, or copy the store.</source>
        <translation>无法在 {path} 旁写入：{reason}。请申请该文件夹的写入权限，或复制数据库。</translation>
    </message>
    <message>
        <source>Nothing is written; the findings tell what an import would meet.</source>
        <translation>不写入任何内容；检查结果说明导入时会遇到什么。</translation>
    </message>
    <message>
        <source>Nothing to do unless these classes were expected.</source>
        <translation>若本不应出现这些类别，则无需处理。</translation>
    </message>
    <message>
        <source>Nothing to do where this is what lies outside the study area.</source>
        <translation>若这些像元位于研究区之外，则无需处理。</translation>
    </message>
    <message>
        <source>Nothing to do; results come in the system of the rasters.</source>
        <translation>无需处理；结果采用栅格的坐标系。</translation>
    </message>
    <message>
        <source>Nothing to show: give at least the units with their zones.</source>
        <translation>没有可显示的内容：请至少提供带分区的单元图层。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Number of an import; empty for now.</source>
        <translation>某次导入的编号；为空则为现在。</translation>
    </message>
    <message>
        <source>Number of barriers</source>
        <translation>障碍点数量</translation>
    </message>
    <message>
        <source>Number of cities</source>
        <translation>市数</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>Number of classes found</source>
        <translation>实际级数</translation>
    </message>
    <message>
        <source>Number of classes in the window.</source>
        <translation>窗口内的类别数。</translation>
    </message>
    <message>
        <source>Number of classes; the highest forms patches. Only for natural_breaks.</source>
        <translation>类数；最高一类构成斑块。仅用于 natural_breaks。</translation>
    </message>
    <message>
        <source>Number of collaborative units</source>
        <translation>协同单元数</translation>
    </message>
    <message>
        <source>Number of components</source>
        <translation>组分数</translation>
    </message>
    <message>
        <source>Number of cores</source>
        <translation>核心区数量</translation>
    </message>
    <message>
        <source>Number of corridors</source>
        <translation>廊道数</translation>
    </message>
    <message>
        <source>Number of counties</source>
        <translation>县的数量</translation>
    </message>
    <message>
        <source>Number of cross-boundary units</source>
        <translation>跨界单元数</translation>
    </message>
    <message>
        <source>Number of errors</source>
        <translation>错误数量</translation>
    </message>
    <message>
        <source>Number of governments</source>
        <translation>政府数量</translation>
    </message>
    <message>
        <source>Number of levels</source>
        <translation>等级数</translation>
    </message>
    <message>
        <source>Number of levels found</source>
        <translation>得到的等级数</translation>
    </message>
    <message>
        <source>Number of links</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>成员数量</translation>
    </message>
    <message>
        <source>Number of nearest</source>
        <translation>最近邻数</translation>
    </message>
    <message>
        <source>Number of neighbours</source>
        <translation>邻居数</translation>
    </message>
    <message>
        <source>Number of nodes</source>
        <translation>节点数量</translation>
    </message>
    <message>
        <source>Number of pairs that carry current</source>
        <translation>存在电流的配对数</translation>
    </message>
    <message>
        <source>Number of pairs without a path</source>
        <translation>没有路径的地点对数</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>部分数</translation>
    </message>
    <message>
        <source>Number of patches</source>
        <translation>斑块数</translation>
    </message>
    <message>
        <source>Number of paths</source>
        <translation>路径数</translation>
    </message>
    <message>
        <source>Number of pinch points</source>
        <translation>夹点数量</translation>
    </message>
    <message>
        <source>Number of priority classes; 1 is the first.</source>
        <translation>优先级类别数；1 为最优先。</translation>
    </message>
    <message>
        <source>Number of provinces</source>
        <translation>省数</translation>
    </message>
    <message>
        <source>Number of rasters</source>
        <translation>栅格数量</translation>
    </message>
    <message>
        <source>Number of reports</source>
        <translation>反馈数量</translation>
    </message>
    <message>
        <source>Number of source patches</source>
        <translation>源地斑块数</translation>
    </message>
    <message>
        <source>Number of sources</source>
        <translation>源地数</translation>
    </message>
    <message>
        <source>Number of stepping stones</source>
        <translation>踏脚石数量</translation>
    </message>
    <message>
        <source>Number of synergies</source>
        <translation>协同数</translation>
    </message>
    <message>
        <source>Number of the first phase the project may start in; empty for the first.</source>
        <translation>项目可启动的最早阶段编号；为空则为第一阶段。</translation>
    </message>
    <message>
        <source>Number of the import</source>
        <translation>导入编号</translation>
    </message>
    <message>
        <source>Number of the last phase the project may start in; empty for the last.</source>
        <translation>项目可启动的最晚阶段编号；为空则为最后阶段。</translation>
    </message>
    <message>
        <source>Number of trade-offs</source>
        <translation>权衡数</translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Number of units, area in hectares and share of the area of all units per class.</source>
        <translation>每级的单元数、面积（公顷）及占全部单元面积的比例。</translation>
    </message>
    <message>
        <source>Number of units, area in hectares and share of the area per class.</source>
        <translation>各等级的单元数、面积（公顷）和面积占比。</translation>
    </message>
    <message>
        <source>Number of warnings</source>
        <translation>警告数量</translation>
    </message>
    <message>
        <source>Number of windows</source>
        <translation>窗口数量</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Number that draws the area; the same seed and size give the same area. The default is a well balanced one.</source>
        <translation>决定示例区的随机数；相同的种子和大小得到相同的示例区。默认值对应一个较均衡的区域。</translation>
    </message>
    <message>
        <source>Number that draws the cells; the same seed draws the same ones.</source>
        <translation>抽取像元所用的数；种子相同则抽取的像元相同。</translation>
    </message>
    <message>
        <source>Numbers separated by commas. Each gets a row of indices and a field pc_delta_&lt;distance&gt;, so that patches that matter for short and for long dispersal can be told apart.</source>
        <translation>用逗号分隔的数值。每个距离得到一行指数和一个字段 pc_delta_&lt;distance&gt;，以区分对短距离和长距离扩散重要的斑块。</translation>
    </message>
    <message>
        <source>Numeric field of the grounds, for each cell they cover. Empty: direct grounds.</source>
        <translation>接地图层的数值字段，适用于其覆盖的每个像元。空：直接接地。</translation>
    </message>
    <message>
        <source>Numeric field of the sources. Empty: 1 A per feature.</source>
        <translation>源图层的数值字段。空：每个要素 1 A。</translation>
    </message>
    <message>
        <source>Numeric field of the vector layer that is classified.</source>
        <translation>矢量图层中要分级的数值字段。</translation>
    </message>
    <message>
        <source>Numeric field whose clusters are wanted. Take densities, not totals, where units differ in size.</source>
        <translation>待分析聚集的数值字段。单元大小不一时应取密度而非总量。</translation>
    </message>
    <message>
        <source>Numeric field with the demand.</source>
        <translation>需求的数值字段。</translation>
    </message>
    <message>
        <source>Numeric field with the resilience of the unit, used where no raster is given.</source>
        <translation>存放单元韧性的数值字段，未提供栅格时使用。</translation>
    </message>
    <message>
        <source>Numeric field with the supply.</source>
        <translation>供给的数值字段。</translation>
    </message>
    <message>
        <source>Numeric fields of the table, one per indicator.</source>
        <translation>表中的数值字段，每个指标一个。</translation>
    </message>
    <message>
        <source>Numeric fields of the units, one per service.</source>
        <translation>单元的数值字段，每项服务一个。</translation>
    </message>
    <message>
        <source>Numeric fields, one per date.</source>
        <translation>数值字段，每个时期一个。</translation>
    </message>
    <message>
        <source>Nutrient cycling</source>
        <translation>维持养分循环</translation>
    </message>
    <message>
        <source>Objective weights of indicators</source>
        <translation>指标客观赋权</translation>
    </message>
    <message>
        <source>Objective: funded priority</source>
        <translation>目标值：已保障的优先度</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>障碍度</translation>
    </message>
    <message>
        <source>Of habitat_suitability: from this suitability on, a cell is habitat and has the smallest resistance. Such as the threshold of the species distribution model.</source>
        <translation>用于 habitat_suitability：适宜性达到此值即为生境，取最小阻力值。例如物种分布模型的阈值。</translation>
    </message>
    <message>
        <source>Of the alternate, t C/ha.</source>
        <translation>对比期，t C/ha。</translation>
    </message>
    <message>
        <source>Of the draw of controls; the same seed draws the same cells.</source>
        <translation>抽取对照用的种子；相同的种子抽到相同的像元。</translation>
    </message>
    <message>
        <source>Of the limits; 0.95 is usual.</source>
        <translation>置信区间的置信度；通常为 0.95。</translation>
    </message>
    <message>
        <source>Of the negative exponential: 0.25 nearly linear, 8 strongly curved.</source>
        <translation>用于负指数：0.25 接近线性，8 强烈弯曲。</translation>
    </message>
    <message>
        <source>Of the power transform; 1 is linear.</source>
        <translation>用于幂转换；1 为线性。</translation>
    </message>
    <message>
        <source>Of the project and the standard page: auto is the language of QGIS.</source>
        <translation>项目和标准页面的语言：auto 为 QGIS 的语言。</translation>
    </message>
    <message>
        <source>Of {area} ha of elements, overlaps counted once, {inside} ha lie in the administrative units and {outside} ha outside.</source>
        <translation>要素共 {area} 公顷（重叠只计一次），其中 {inside} 公顷位于行政单元内，{outside} 公顷位于其外。</translation>
    </message>
    <message>
        <source>Off: a layer that is not given is an error. On: its indicators become empty bands, which the index gives no weight.</source>
        <translation>关闭：未提供图层即报错。打开：相应指标成为空波段，指数不给其权重。</translation>
    </message>
    <message>
        <source>Offset of the bands</source>
        <translation>波段偏移</translation>
    </message>
    <message>
        <source>Omnidirectional connectivity</source>
        <translation>全向连通性</translation>
    </message>
    <message>
        <source>Omniscape, moving window, wall-to-wall, coreless, normalised current, flow potential, channelised, impeded, diffuse, conditional connectivity, climate</source>
        <translation>全向连通性, 移动窗口, 无源地连通性, 归一化电流, 潜在流, 渠化, 受阻, 弥散, 条件连通性, 气候, Omniscape</translation>
    </message>
    <message>
        <source>On either side.</source>
        <translation>每侧宽度。</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在图上</translation>
    </message>
    <message>
        <source>On the same grid, for the change.</source>
        <translation>同一格网，用于变化。</translation>
    </message>
    <message>
        <source>On the same scale.</source>
        <translation>同一尺度。</translation>
    </message>
    <message>
        <source>One HTML file with the maps, tables, charts, methods and data sources of a restoration plan.</source>
        <translation>将生态修复规划的地图、表格、图表、方法与数据来源汇成一个HTML文件。</translation>
    </message>
    <message>
        <source>One area per level: level, level_name, level_name_zh, cost_min, cost_max, area_ha, share.</source>
        <translation>每个等级一个面：level、level_name、level_name_zh、cost_min、cost_max、area_ha、share。</translation>
    </message>
    <message>
        <source>One band per perspective, 0 to 1.</source>
        <translation>每个维度一个波段，0 至 1。</translation>
    </message>
    <message>
        <source>One band per threat, named like it; the bands add up to the degradation.</source>
        <translation>每个威胁一个同名波段；各波段之和为总退化程度。</translation>
    </message>
    <message>
        <source>One coordinate reference system for the whole store: projected, in metres, the same for all layers. What comes in another system is reprojected on import.</source>
        <translation>全库使用同一坐标参考系：投影坐标系，单位为米，所有图层一致。其他坐标系的数据在导入时转换。</translation>
    </message>
    <message>
        <source>One feature per unit with the same fields, its main zone and the share of that zone.</source>
        <translation>每个单元一个要素，含相同字段、主要分区及其占比。</translation>
    </message>
    <message>
        <source>One feature per zone with features, area_ha, share, and per raster &lt;name&gt;_mean, _std, _min, _max, _sum, _known, per vector layer &lt;name&gt;_ha, _km or _n.</source>
        <translation>每个分区一个要素，含 features、area_ha、share，每个栅格的 &lt;name&gt;_mean、_std、_min、_max、_sum、_known，每个矢量图层的 &lt;name&gt;_ha、_km 或 _n。</translation>
    </message>
    <message>
        <source>One feature per zone, with name, strategy, number of units, area and share.</source>
        <translation>每个分区一个要素，含名称、策略、单元数、面积和比例。</translation>
    </message>
    <message>
        <source>One field per item that the experts scored.</source>
        <translation>专家评分的每个项目一个字段。</translation>
    </message>
    <message>
        <source>One field per question, whole numbers from 1 to the end of the scale, empty where not answered.</source>
        <translation>每个问题一个字段，取 1 到量表末端的整数，未回答为空。</translation>
    </message>
    <message>
        <source>One more unit of provincial money would add {budget} to the objective, one more of social capital {social}.</source>
        <translation>省级资金每增加一个单位，目标值增加 {budget}；社会资本每增加一个单位，目标值增加 {social}。</translation>
    </message>
    <message>
        <source>One number of 0 or more per service, separated by commas, scaled to sum 1. Empty: all services count alike.</source>
        <translation>每项服务一个不小于 0 的数，以逗号分隔，归一化为总和 1。留空：各服务同等重要。</translation>
    </message>
    <message>
        <source>One number per raster or field, such as years, separated by commas. Empty: the year in each name.</source>
        <translation>每个栅格或字段一个数（如年份），用逗号分隔。为空：取名称中的年份。</translation>
    </message>
    <message>
        <source>One or more fields with the harvest of the unit in tonnes per year; several are added up. Empty: the field grain_t.</source>
        <translation>一个或多个单元产量字段，吨/年；多个字段相加。留空：字段 grain_t。</translation>
    </message>
    <message>
        <source>One page per unit, with its zone, strategy and facts.</source>
        <translation>每个单元一页，含其分区、策略与基本情况。</translation>
    </message>
    <message>
        <source>One patch covers {share} % of the study area; corridors between the sources will hardly matter. Choose stricter habitat, 4 neighbours, or a pattern analysis before this step.</source>
        <translation>一个斑块占研究区的 {share} %，源地之间的廊道意义不大。请采用更严格的生境标准、4 邻域，或先做格局分析。</translation>
    </message>
    <message>
        <source>One per raster in the same order, separated by commas, such as 2024-05-31 or 2024. Empty: from the file names.</source>
        <translation>每个栅格一个，顺序一致，用逗号分隔，例如 2024-05-31 或 2024。留空则取自文件名。</translation>
    </message>
    <message>
        <source>One raster per date on one grid. Give these or a table.</source>
        <translation>同一格网上每个时期一个栅格。给出栅格或表。</translation>
    </message>
    <message>
        <source>One raster per indicator, all on one grid.</source>
        <translation>每个指标一个栅格，均在同一格网上。</translation>
    </message>
    <message>
        <source>One raster per indicator, in the same order.</source>
        <translation>每个指标一个栅格，顺序相同。</translation>
    </message>
    <message>
        <source>One raster per service in the same order and the same unit as the supply.</source>
        <translation>每项服务一个栅格，顺序和单位与供给相同。</translation>
    </message>
    <message>
        <source>One raster per service in the same order.</source>
        <translation>每项服务一个栅格，顺序相同。</translation>
    </message>
    <message>
        <source>One raster per service, amount per cell and year, in the order of the service names.</source>
        <translation>每项服务一个栅格，数值为每像元每年数量，顺序与服务名称一致。</translation>
    </message>
    <message>
        <source>One raster per service, any units, on one grid.</source>
        <translation>每项服务一个栅格，单位不限，同一格网。</translation>
    </message>
    <message>
        <source>One row per class code with its resistance. Left empty, the shipped illustrative table for the nine CLCD classes is used.</source>
        <translation>每个类别代码一行及其阻力值。留空时使用随附的九个 CLCD 类别示例表。</translation>
    </message>
    <message>
        <source>One row per dispersal distance: distance, probability, threshold, patches, area, landscape, pc, iic, eca, eca_percent (of the area), eca_iic, links, components; with a second date the same of that date (_2), area_change, eca_change (percent) and change_ratio (dECA / dA).</source>
        <translation>每个扩散距离一行：distance、probability、threshold、patches、area、landscape、pc、iic、eca、eca_percent（占面积）、eca_iic、links、components；给出第二期时还有该期的同名字段（_2）、area_change、eca_change（百分比）和 change_ratio（dECA / dA）。</translation>
    </message>
    <message>
        <source>One row per factor: factor, weight (sum 1), and the consistency ratio of the whole matrix.</source>
        <translation>每个因子一行：因子 factor、权重 weight（和为 1）以及整个矩阵的一致性比率。</translation>
    </message>
    <message>
        <source>One row per factor: factor, weight (sum 1), method.</source>
        <translation>每个因子一行：factor、weight（和为 1）、method。</translation>
    </message>
    <message>
        <source>One row per indicator: factor, weight (sum 1), method, direction, the weights by every method, and vif (variance inflation; above 10 it follows from the others).</source>
        <translation>每个指标一行：factor、weight（和为 1）、method、direction、各方法的权重，以及 vif（方差膨胀因子；大于 10 表示可由其他指标推出）。</translation>
    </message>
    <message>
        <source>One row per link: link_id, from_id, to_id, effective_resistance (cell units), effective_resistance_m (x cell size in metres), cost, cost_ratio; -1 where the corridor does not join its sources, empty in all_to_one.</source>
        <translation>每条连接一行：link_id、from_id、to_id、effective_resistance（像元单位）、effective_resistance_m（x 以米为单位的像元大小）、cost、cost_ratio；廊道未连通其源地时为 -1，all_to_one 模式下留空。</translation>
    </message>
    <message>
        <source>One row per pair, the most contradictory first: first, second, judgement, implied (by the weights), deviation (how many times they differ).</source>
        <translation>每对因子一行，最矛盾的在前：first、second、judgement（判断值）、implied（权重所隐含的值）、deviation（两者相差的倍数）。</translation>
    </message>
    <message>
        <source>One row per pair: from_id, to_id, effective_resistance (cell units), effective_resistance_m (x cell size in metres); -1 for pairs that nodata separates. Other modes: a row per source with source_id and partners.</source>
        <translation>每对一行：from_id、to_id、effective_resistance（像元单位）、effective_resistance_m（乘以像元大小，米）；被无数据隔开的对为 -1。其他模式：每个源地一行，含 source_id 与 partners。</translation>
    </message>
    <message>
        <source>One row per step, step 0 before anything is added: step, candidate, eca, gain, gain_percent.</source>
        <translation>每步一行，第 0 步为增加之前：step、candidate、eca、gain、gain_percent。</translation>
    </message>
    <message>
        <source>One row per window that gave trouble: window_row, window_column (of the target, from 0), window_x, window_y, solved (1 by another method after all, 0 missing from the maps), reason.</source>
        <translation>每个出现问题的窗口一行：window_row、window_column（目标的行列，从 0 起）、window_x、window_y、solved（1 最终用另一种方法求解，0 图中缺失）、reason。</translation>
    </message>
    <message>
        <source>One row with patches, links, components, length_km, alpha, beta, gamma, cost_ratio.</source>
        <translation>一行：patches、links、components、length_km、alpha、beta、gamma、cost_ratio。</translation>
    </message>
    <message>
        <source>Only cells above 0 in this raster carry current. Empty: all of them.</source>
        <translation>仅该栅格中大于 0 的像元导电。空：全部像元。</translation>
    </message>
    <message>
        <source>Only so many barriers, the first by rank, become nodes. Empty: all.</source>
        <translation>只有等级靠前的这么多障碍点成为节点。留空：全部。</translation>
    </message>
    <message>
        <source>Only without a factor table: such factors join the group service with weight 1 and are graded this way.</source>
        <translation>仅在没有给出因子表时有效：此类因子归入 service 组，权重为 1，并按此方法分级。</translation>
    </message>
    <message>
        <source>Only {count} candidates raise the connectivity.</source>
        <translation>只有 {count} 个候选能提高连通性。</translation>
    </message>
    <message>
        <source>Only {count} of {all} places have a cell with a resistance; at least {fewest} must. Check that they overlap the resistance raster.</source>
        <translation>{all} 个地点中只有 {count} 个落在有阻力值的像元上，至少需要 {fewest} 个。请检查它们是否与阻力栅格重叠。</translation>
    </message>
    <message>
        <source>Only {count} of {given} places know all services; at least three are needed. Check that the layers cover the same area.</source>
        <translation>{given} 个地点中只有 {count} 个的全部服务已知；至少需要三个。请检查各图层是否覆盖同一区域。</translation>
    </message>
    <message>
        <source>Only {count} windows of 3 x 3 cells and more fit into {largest} m; the change point needs at least five. Allow larger windows or give the window by hand.</source>
        <translation>{largest} 米内只有 {count} 个 3 x 3 像元及以上的窗口；变点分析至少需要五个。请允许更大的窗口，或手动指定窗口。</translation>
    </message>
    <message>
        <source>Only {count} {side} places have a value at both dates; at least 2 are needed.</source>
        <translation>仅有 {count} 个 {side} 位置在两个时期都有值；至少需要 2 个。</translation>
    </message>
    <message>
        <source>Open the layer with its right encoding (UTF-8 or GB18030) and save it as GeoPackage.</source>
        <translation>请以正确编码（UTF-8 或 GB18030）打开图层并另存为 GeoPackage。</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>开放范围</translation>
    </message>
    <message>
        <source>Optimum, proportional and max-min plan: objective, money spent, unmet gap, smallest and mean covered share of the gaps, units fully funded, units below their floor.</source>
        <translation>最优方案、按比例方案和最大最小公平方案的目标值、使用资金、未满足缺口、缺口覆盖率的最小值与均值、足额保障的单元数、低于保底的单元数。</translation>
    </message>
    <message>
        <source>Organic carbon</source>
        <translation>有机碳</translation>
    </message>
    <message>
        <source>Organic carbon or matter</source>
        <translation>有机碳或有机质</translation>
    </message>
    <message>
        <source>Other directions</source>
        <translation>其他方向</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Other raster</source>
        <translation>另一栅格</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他值</translation>
    </message>
    <message>
        <source>Otherwise cells without resistance hold a current of 0, and their flow potential.</source>
        <translation>否则没有阻力的像元电流为 0，并保留其潜在流。</translation>
    </message>
    <message>
        <source>Outer zone</source>
        <translation>外围区</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Over the whole area demand exceeds supply in: {services}.</source>
        <translation>全区需求大于供给的服务：{services}。</translation>
    </message>
    <message>
        <source>Over the whole area every service covers its demand.</source>
        <translation>全区各项服务的供给均能满足需求。</translation>
    </message>
    <message>
        <source>Overlays core patches, corridors and nodes of an ecological security pattern with administrative units. The pieces of one element on both sides of a border form one cross-regional unit, with its members, task and lead level. Units are formed per element (one patch, one corridor, one node), because real networks often hang together as a whole; on request all elements that touch form one unit, with the tasks of them all. A feature with an id (source_id, link_id, corridor_id, pinch_id, barrier_id, node_id) is one element; without an id, parts that lie apart are several.

Where elements overlap, pinch points come before barriers, barriers before nodes, nodes before cores, cores before corridors, and earlier features before later ones. A piece below the minimum size that a border or another element cut off, and that is less than half of its element, joins the neighbour with the longest common border; the element mix still counts it as what it was. No area is lost: the pieces and what lies outside the units, which is reported, add up to the union of the elements.

Task by element: core, habitat conservation; corridor, connectivity restoration; node, functional enhancement. Lead level: inside one county the county, several counties of one city the city, otherwise the province.

The summary per administrative unit holds what Funding allocation needs. need = sum of area x unit cost of the element table (illustrative). own = a field, or revenue x the own share. priority, 0 to 1 = 0.5 I + 0.3 C + 0.2 Z with I the share of the unit in the elements of the network (largest = 1), C the share of its elements in cross-boundary units, and Z the urgency of its restoration zone where known (rank 1 = 1, last rank = 0; without zones the other two are scaled up). core_flag: more core and cross-boundary corridor than the average unit that has any. weak_flag: 1 - min-max of revenue / expenditure is 0.5 or more.

Areas in ha, money in 10^4 CNY. Source: units, tasks and roles after Peng 2025, doi:10.61360/BoniGHSS252018890606; lead rule, needs and priority are proposals of EcoRestore.</source>
        <translation>将生态安全格局的核心斑块、廊道和节点与行政单元叠加。同一要素位于边界两侧的部分构成一个跨区域协同修复单元，并给出成员、任务与牵头层级。单元按要素（一个斑块、一条廊道、一个节点）划分，因为现实中的网络往往整体连通；也可选择将所有相接的要素合为一个单元，并列出其全部任务。有编号（source_id、link_id、corridor_id、pinch_id、barrier_id、node_id）的图形为一个要素；没有编号时，互不相连的部分为多个要素。

要素重叠处，夹点优先于障碍点，障碍点优先于节点，节点优先于核心斑块，核心斑块优先于廊道，靠前的图形优先于靠后的。被边界或其他要素切出、小于最小面积且不足其要素一半的碎块，并入公共边界最长的相邻部分；要素构成仍按其原来的类型统计。面积不会丢失：各部分之和加上位于单元之外的面积（会报告）等于要素的并集。

各要素的任务：核心斑块为生境保护，廊道为连通性修复，节点为功能提升。牵头层级：位于一县之内由县级牵头，跨同一市的数县由市级牵头，其余由省级牵头。

行政单元汇总包含“资金分配优化”所需内容。需求 = 面积 × 要素表单位成本之和（示例值）；自有资金取自字段，或为财政收入 × 自筹比例；优先度（0 到 1）= 0.5 I + 0.3 C + 0.2 Z，其中 I 为该单元在网络各要素中的份额（最大者为 1），C 为其要素位于跨界单元中的比例，Z 为已知修复分区的紧迫程度（第 1 位为 1，末位为 0；没有分区时其余两项按比例放大）。core_flag：核心斑块与跨界廊道面积高于有此类要素单元的平均值。weak_flag：1 - 财政收支比的极差标准化值不小于 0.5。

面积单位为公顷，金额单位为万元。来源：单元、任务与职责依据 Peng 2025，doi:10.61360/BoniGHSS252018890606；牵头规则、需求与优先度为 EcoRestore 的建议。</translation>
    </message>
    <message>
        <source>Overlays the matching type of supply and demand (I to IV) with the level of resilience of every unit. An editable table of rules turns each combination into a zone with code, name, strategy and colour. The shipped table has the levels high and low; it holds the six zones of the Beijing-Tianjin-Hebei study with their strategies, and proposals for the two combinations that do not occur there (I-2 and IV-2).

A table of your own may tell any number of levels apart, with a row for each of the four types at each level: high and low, very low to very high, the numbers 1 (lowest) to n, or words of your own with their order in the column level_rank. A row may name a fallback_code: with fallback zones on, units of that combination join that zone.

Resilience of a unit is the mean of the raster over its cells, or a field. It is high where it is at least the mean of all units (z-score of 0 or more), at least their median, in the upper of two natural classes, or at least a given value. For any number of levels, jenks takes as many natural classes, quantile levels with equally many units, limits those you give, and classes takes the values themselves as levels, 1 the lowest, as Classify writes them: a unit is of the level most of its cells have. A unit without a known cell takes the value of the nearest one, which resilience_note says.

With a raster of matching types (1 to 4, as supply-demand matching writes it per cell) every cell gets a zone from its type and its own resilience, with levels from all cells. Patches under the least area join the neighbour with the longest common border, and a unit takes the zone most of its cells have. Without units the zones themselves are the result. The zone raster numbers the rules from 1 in the order of the table. Rasters are read in blocks of rows; the zones of all cells are in memory at once.

purity is the share of the unit's cells whose own resilience is of the unit's level (with a raster of types: the share of its cells in its zone); under 60 percent, or what you choose, the unit is mixed. Combinations that do not occur are listed in the log. Every unit receives a zone. Areas are planar, in hectares.

Source: study of the Beijing-Tianjin-Hebei region, see Meng et al. 2023, doi:10.12357/cjea.20230010</source>
        <translation>将供需匹配类型（I 至 IV）与每个单元的韧性等级叠加。可编辑的规则表将每种组合转换为带有代码、名称、策略和颜色的分区。自带的表分高、低两级，包含京津冀研究的六个分区及其策略，以及该研究中未出现的两种组合（I-2 和 IV-2）的建议。

自有规则表可区分任意级数，四种类型在每一级各占一行：high 和 low，very low 至 very high（极低至极高），数字 1（最低）至 n，或自定词语并在 level_rank 列中给出次序。某行可指定 fallback_code：启用替代分区时，该组合的单元归入该代码的分区。

单元的韧性为栅格在其像元上的均值，或取自字段。不低于全部单元均值（z 分数大于或等于 0）、不低于中位数、属于两级自然断点的上级，或不低于给定值时为高。对任意级数，jenks 按级数取自然断点，quantile 使各级单元数相等，limits 取给定界限，classes 将数值本身作为等级（1 为最低，如“分级”工具所写）：单元取其多数像元的等级。没有已知像元的单元取最近像元的值，并在 resilience_note 中注明。

提供匹配类型栅格（1 至 4，即“供需匹配”逐像元输出）时，每个像元由其类型和自身韧性得到分区，等级由全部像元划分。小于最小面积的斑块并入公共边界最长的相邻斑块，单元取其多数像元的分区。不提供单元时，结果即为分区本身。分区栅格按规则表的顺序从 1 编号。栅格按行分块读取；全部像元的分区同时在内存中。

purity 为单元内韧性与单元同级的像元比例（提供类型栅格时为属于其分区的像元比例）；低于 60% 或所选比例时该单元为混合单元。未出现的组合列于日志。每个单元均得到一个分区。面积为平面面积，单位公顷。

来源：京津冀地区研究，见 Meng et al. 2023，doi:10.12357/cjea.20230010</translation>
    </message>
    <message>
        <source>Overlays the security pattern with administrative units and says who works together and who leads.</source>
        <translation>将生态安全格局与行政单元叠加，明确由谁协同、由谁牵头。</translation>
    </message>
    <message>
        <source>Own funds</source>
        <translation>自有资金</translation>
    </message>
    <message>
        <source>Own funds (10^4 CNY)</source>
        <translation>自有资金（万元）</translation>
    </message>
    <message>
        <source>Own funds field</source>
        <translation>自有资金字段</translation>
    </message>
    <message>
        <source>Own indicators</source>
        <translation>自有指标</translation>
    </message>
    <message>
        <source>Own share of revenue</source>
        <translation>自筹比例</translation>
    </message>
    <message>
        <source>PC {pc}, IIC {iic}, equivalent connected area {eca} ({percent} % of the patches together); {links} links, {components} components.</source>
        <translation>PC {pc}，IIC {iic}，等效连通面积 {eca}（占斑块总和的 {percent} %）；{links} 条连接，{components} 个组分。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Paid (10^4 CNY)</source>
        <translation>支付（万元）</translation>
    </message>
    <message>
        <source>Paid by beneficiaries (10^4 CNY)</source>
        <translation>受益方支付（万元）</translation>
    </message>
    <message>
        <source>Pair table</source>
        <translation>源地对表</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>服务对</translation>
    </message>
    <message>
        <source>Pairs of services</source>
        <translation>服务对</translation>
    </message>
    <message>
        <source>Pairs of sources</source>
        <translation>源地对</translation>
    </message>
    <message>
        <source>Pairs of units</source>
        <translation>单元配对</translation>
    </message>
    <message>
        <source>Pairs run</source>
        <translation>运行的对数</translation>
    </message>
    <message>
        <source>Pairs that carry current</source>
        <translation>有电流的对数</translation>
    </message>
    <message>
        <source>Pairs that nodata separates</source>
        <translation>被无数据隔开的对数</translation>
    </message>
    <message>
        <source>Pairs theirs=ours, separated by commas, such as NAME=unit_name, XZQDM=unit_code.</source>
        <translation>字段对 原名=标准名，用逗号分隔，如 NAME=unit_name, XZQDM=unit_code。</translation>
    </message>
    <message>
        <source>Pairs whose edges lie farther apart are left out. Empty: no limit.</source>
        <translation>边缘相距更远的对被略去。空：不限。</translation>
    </message>
    <message>
        <source>Pairs whose edges lie further apart are not linked, for example the dispersal distance of a species. Empty: no limit.</source>
        <translation>边缘间距更大的源地对不予连接，例如取物种的扩散距离。留空：不限制。</translation>
    </message>
    <message>
        <source>Pairs whose edges lie nearer are not linked. Empty: no limit.</source>
        <translation>边缘间距更小的源地对不予连接。留空：不限制。</translation>
    </message>
    <message>
        <source>Pairs whose edges lie nearer to each other are left out. Empty: no limit.</source>
        <translation>边缘相距更近的对被略去。空：不限。</translation>
    </message>
    <message>
        <source>Pairs without current</source>
        <translation>没有电流的对</translation>
    </message>
    <message>
        <source>Pairwise comparison matrix: a column perspective and one column per perspective, values 1/9 to 9 (how many times the row matters more than the column). Empty: the shipped matrix, illustrative.</source>
        <translation>两两比较矩阵：一列 perspective，每个维度各一列，取值 1/9 至 9（行维度的重要性为列维度的几倍）。留空：使用自带的示例矩阵。</translation>
    </message>
    <message>
        <source>Pairwise comparison of the criteria, a column per criterion, values 1/9 to 9 (how many times the row matters more than the column). Empty: the shipped matrix, illustrative.</source>
        <translation>准则的两两比较，每个准则一列，取值 1/9 到 9（行比列重要多少倍）。为空：内置示例矩阵。</translation>
    </message>
    <message>
        <source>Pairwise comparison table</source>
        <translation>成对比较表</translation>
    </message>
    <message>
        <source>Pairwise judgements of the criteria of the priority; empty for the shipped ones.</source>
        <translation>优先级准则的两两判断；留空则用随附判断。</translation>
    </message>
    <message>
        <source>Pairwise judgements; empty for the shipped ones.</source>
        <translation>两两判断；留空则用随附判断。</translation>
    </message>
    <message>
        <source>Paper size, landscape.</source>
        <translation>纸张大小，横向。</translation>
    </message>
    <message>
        <source>Parent code field</source>
        <translation>上级代码字段</translation>
    </message>
    <message>
        <source>Parents that do not fit the unit, the first is {parent} for {code}.</source>
        <translation>上级代码与单元不符，第一处为 {code} 的上级 {parent}。</translation>
    </message>
    <message>
        <source>Part of the inputs is assumed; replace the assumptions before using the plan.</source>
        <translation>部分输入为假定值；使用规划成果前请替换为实际数据。</translation>
    </message>
    <message>
        <source>Part of the store</source>
        <translation>库的分发部分</translation>
    </message>
    <message>
        <source>Part of the yearly interest that the province takes over. 2 is illustrative.</source>
        <translation>省级承担的年利率部分。2 仅为示例。</translation>
    </message>
    <message>
        <source>Participation</source>
        <translation>公众参与</translation>
    </message>
    <message>
        <source>Parts of collaborative units</source>
        <translation>协同单元组成部分</translation>
    </message>
    <message>
        <source>Parts of the restoration units</source>
        <translation>修复单元的组成部分</translation>
    </message>
    <message>
        <source>Parts with sources but without a way out</source>
        <translation>有源但无出路的部分</translation>
    </message>
    <message>
        <source>Patch connectivity</source>
        <translation>斑块连通性</translation>
    </message>
    <message>
        <source>Patch raster</source>
        <translation>斑块栅格</translation>
    </message>
    <message>
        <source>Patches below this area are left out. 100 ha (1 km2) suits a county at 30 to 100 m cells; provinces usually take 1000 to 10000 ha.</source>
        <translation>小于该面积的斑块不计入。像元为 30 至 100 米时，县域宜取 100 公顷（1 平方千米）；省域通常取 1000 至 10000 公顷。</translation>
    </message>
    <message>
        <source>Patches no farther apart than this are linked for IIC, between, degree and components. Empty: the dispersal distance.</source>
        <translation>距离不超过该值的斑块视为相连，用于 IIC、between、degree 和 components。留空：等于扩散距离。</translation>
    </message>
    <message>
        <source>Patches of a second date</source>
        <translation>第二期斑块</translation>
    </message>
    <message>
        <source>Patches of fewer cells are dropped as noise.</source>
        <translation>像元数少于该值的斑块作为噪声舍去。</translation>
    </message>
    <message>
        <source>Patches of fewer cells are dropped.</source>
        <translation>像元数更少的斑块舍去。</translation>
    </message>
    <message>
        <source>Patches of high current: pinch_id, rank, link_id, from_id, to_id, current_max, current_mean, area_ha, width_m, land cover.</source>
        <translation>高电流斑块：pinch_id、rank、link_id、from_id、to_id、current_max、current_mean、area_ha、width_m、土地覆被。</translation>
    </message>
    <message>
        <source>Patches of suitable cells that touch each other and reach the minimum area. They are what the corridors connect.</source>
        <translation>由相互连通且达到最小面积的适宜栅格组成的斑块，是廊道所连接的对象。</translation>
    </message>
    <message>
        <source>Patches were still being joined after {count} rounds. Choose a smaller bridging distance.</source>
        <translation>经过 {count} 轮仍有斑块在合并。请选择较小的桥接距离。</translation>
    </message>
    <message>
        <source>Patches whose attribute is below this are left out (hectares for area_ha); it shortens the work where there are thousands of patches.</source>
        <translation>属性低于该值的斑块被剔除（area_ha 为公顷）；斑块数以千计时可缩短计算。</translation>
    </message>
    <message>
        <source>Patches whose edges are no farther apart become one source of several parts, such as forest on both sides of a road; 0 joins none.</source>
        <translation>边缘相距不超过该值的斑块合并为一个由多部分组成的源地，例如道路两侧的林地；0 表示不合并。</translation>
    </message>
    <message>
        <source>Patches with their contribution</source>
        <translation>斑块及其贡献</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Path length (km)</source>
        <translation>路径长度（千米）</translation>
    </message>
    <message>
        <source>Path length (m)</source>
        <translation>路径长度（米）</translation>
    </message>
    <message>
        <source>Paths in the direction of the gradient: link_id, from_id, to_id, cost, length_m, euclid_m, climate_from, climate_to, climate_change, third_sources.</source>
        <translation>沿梯度方向的路径：link_id、from_id、to_id、cost、length_m、euclid_m、climate_from、climate_to、climate_change、third_sources。</translation>
    </message>
    <message>
        <source>Paths that cost more (resistance x metres) are not looked for. Empty: no limit.</source>
        <translation>不搜索成本（阻力 x 米）更高的路径。留空：不限。</translation>
    </message>
    <message>
        <source>Paths through a third source</source>
        <translation>穿过第三源地的路径</translation>
    </message>
    <message>
        <source>Pattern classes</source>
        <translation>格局类别</translation>
    </message>
    <message>
        <source>Pattern element</source>
        <translation>格局要素</translation>
    </message>
    <message>
        <source>Pattern elements of the unit (core, corridor, node), separated by semicolons; not used where the layer lacks it.</source>
        <translation>单元的格局要素（core、corridor、node），用分号分隔；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Pattern or class raster</source>
        <translation>格局或类别栅格</translation>
    </message>
    <message>
        <source>Pattern statistics</source>
        <translation>格局统计</translation>
    </message>
    <message>
        <source>Pay by capacity</source>
        <translation>按能力支付</translation>
    </message>
    <message>
        <source>Pearson correlation matrix of the normalised indicators.</source>
        <translation>标准化指标的皮尔逊相关系数矩阵。</translation>
    </message>
    <message>
        <source>Pearson correlation matrix of the scaled indicators.</source>
        <translation>标准化指标的皮尔逊相关矩阵。</translation>
    </message>
    <message>
        <source>Penalty where the climate falls (m)</source>
        <translation>气候值下降的惩罚（m）</translation>
    </message>
    <message>
        <source>Penalty where the climate rises (m)</source>
        <translation>气候值上升的惩罚（m）</translation>
    </message>
    <message>
        <source>People per unit in {count} cells</source>
        <translation>统计 {count} 个像元中各单元的人口</translation>
    </message>
    <message>
        <source>People with less green space than the standard</source>
        <translation>绿地低于标准的人数</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Per class (or one row): code, cells, NDVI of bare soil and of full vegetation, origin.</source>
        <translation>每个地类一行（或仅一行）：代码、像元数、裸土 NDVI、全植被 NDVI、来源。</translation>
    </message>
    <message>
        <source>Per class and date: area in ha and value.</source>
        <translation>每类每期：面积 (ha) 和价值。</translation>
    </message>
    <message>
        <source>Per class and quantile class: treated cells, candidates, controls drawn.</source>
        <translation>每个类别与分位级：处理像元、候选像元、抽取的对照。</translation>
    </message>
    <message>
        <source>Per class: class, cells, area_ha, share (of the known area).</source>
        <translation>每个等级：class、cells（像元数）、area_ha（公顷）、share（占有效面积的比例）。</translation>
    </message>
    <message>
        <source>Per class: class, cells, share (percent of the foreground), objects (connected parts).</source>
        <translation>每个类别：class（类别）、cells（像元数）、share（占前景的百分比）、objects（连通对象数）。</translation>
    </message>
    <message>
        <source>Per class: limits in t/km2/yr, cells, area in ha, share, and the soil it loses in t/yr.</source>
        <translation>每级：以 t/km2/yr 计的界限、像元数、面积 (ha)、份额和流失的土壤 (t/yr)。</translation>
    </message>
    <message>
        <source>Per class: lower and upper limit, number of values, share of all values.</source>
        <translation>每级的下限和上限、值的个数及占比。</translation>
    </message>
    <message>
        <source>Per fund and phase: budget, spent, left.</source>
        <translation>每种资金每个阶段：预算、支出、剩余。</translation>
    </message>
    <message>
        <source>Per indicator: criterion, field, direction, weight and the parts it comes from.</source>
        <translation>每个指标：准则、字段、方向、权重及其来源部分。</translation>
    </message>
    <message>
        <source>Per indicator: perspective, direction, weight, its AHP, entropy and CRITIC parts, mean of the normalised values, contribution to the mean index, raw values that became the ends, variance inflation factor (empty where infinite), note.</source>
        <translation>每个指标的维度、方向、权重及其 AHP、熵权和 CRITIC 部分、标准化值的均值、对平均指数的贡献、作为两端的原始值、方差膨胀因子（无穷大时为空）和备注。</translation>
    </message>
    <message>
        <source>Per indicator: what it is scaled between and its loadings on the four components; the last row holds their shares of the variance.</source>
        <translation>每个指标：归一化的上下限及其在四个主成分上的载荷；最后一行为各主成分的方差占比。</translation>
    </message>
    <message>
        <source>Per item: mean, deviation, variation (deviation / mean), apart (1 above 0.25).</source>
        <translation>每个项目：mean、deviation、variation（deviation / mean）、apart（大于 0.25 为 1）。</translation>
    </message>
    <message>
        <source>Per level: level, level_name, level_name_zh, cost_min, cost_max, cells, area_ha, share of the known area.</source>
        <translation>每个等级：level、level_name、level_name_zh、cost_min、cost_max、cells、area_ha、share（占有效面积的比例）。</translation>
    </message>
    <message>
        <source>Per level: limits, cells, area_ha and share at either date, and the change in hectares.</source>
        <translation>每个等级：界限、各期像元数、面积（公顷）和比例，以及面积变化（公顷）。</translation>
    </message>
    <message>
        <source>Per measure and in all: npv, pv_costs, pv_benefits, bcr, irr (empty where there is none or more than one), irr_count, payback (years), annuity, cost_factor and benefit_factor (at which the NPV is 0).</source>
        <translation>每项措施及合计：npv、pv_costs、pv_benefits、bcr、irr（不存在或不止一个时为空）、irr_count、payback（年）、annuity、cost_factor 和 benefit_factor（使 NPV 为 0）。</translation>
    </message>
    <message>
        <source>Per measure, rate, cost factor and benefit factor: npv and bcr.</source>
        <translation>每项措施、贴现率、成本系数和效益系数：npv 和 bcr。</translation>
    </message>
    <message>
        <source>Per pair: pearson, pearson_p, spearman, spearman_p, strength, benefit, relation, places.</source>
        <translation>每对服务的 pearson、pearson_p、spearman、spearman_p、strength、benefit、relation、places。</translation>
    </message>
    <message>
        <source>Per question and group: answers, effective, mean, satisfied (share), lower, upper, few (1 below 30), and the number of every answer.</source>
        <translation>每个问题和分组：answers、effective、mean、satisfied（比例）、lower、upper、few（少于 30 为 1），以及各答案的数量。</translation>
    </message>
    <message>
        <source>Per raster: file, kind, resampling, coordinate systems, cell sizes, offset of the old cells in cells, sums before and after (amounts), warnings.</source>
        <translation>逐栅格列出：文件、类型、重采样方法、坐标系、像元大小、原像元偏移（像元数）、前后总和（总量型）、警告。</translation>
    </message>
    <message>
        <source>Per service and in all: surplus, deficit, flow, open deficit, value, paid, provincial money.</source>
        <translation>每种服务及合计：盈余、亏缺、流量、未满足亏缺、价值、支付、省级资金。</translation>
    </message>
    <message>
        <source>Per service: value, and of the second date value, change and change in percent.</source>
        <translation>每项服务：价值，第二期的价值、变化和变化百分比。</translation>
    </message>
    <message>
        <source>Per step of cost: cost, area_ha (within reach at that cost), step_ha (its slope), gain (S - S_i of one cut before the step), part.</source>
        <translation>每段成本：cost、area_ha（该成本内可达面积）、step_ha（斜率）、gain（在该段之前切分一次的 S - S_i）、part（所属部分）。</translation>
    </message>
    <message>
        <source>Per team: capacity, number of units, units.</source>
        <translation>每个团队：容量、单元数、单元。</translation>
    </message>
    <message>
        <source>Per threat: max_dist, weight, decay, cells, reached (habitat cells within reach), mean_degradation, share.</source>
        <translation>每个威胁：max_dist、weight、decay、cells（像元数）、reached（影响范围内的生境像元数）、mean_degradation（平均退化）、share（占比）。</translation>
    </message>
    <message>
        <source>Per topic and status: number.</source>
        <translation>每个主题和状态的数量。</translation>
    </message>
    <message>
        <source>Per unit and indicator: actual, target, fulfilment, weight, obstacle, the kind of target and the measure of actual and target.</source>
        <translation>每个单元和指标：实际值、目标、完成度、权重、障碍度、目标类型以及实际值与目标的计量单位。</translation>
    </message>
    <message>
        <source>Per unit and technique: rank, suitability, cost per hectare.</source>
        <translation>每个单元和技术：排序、适宜性、每公顷费用。</translation>
    </message>
    <message>
        <source>Per unit: rows, and sum, mean, minimum and maximum of the numbers.</source>
        <translation>每个单元：行数，以及数值的合计、平均、最小和最大值。</translation>
    </message>
    <message>
        <source>Per unit: score (0 to 120), grade, coverage (share of the weights with a value), uncertain (1 below 70 %), the score of every dimension, obstacles.</source>
        <translation>每个单元：score（0 到 120）、grade、coverage（有值权重的比例）、uncertain（低于 70 % 为 1）、各维度得分、障碍因素。</translation>
    </message>
    <message>
        <source>Per window: side in m and cells, mean relief, ln(mean relief / area), S - Si, and which one is best.</source>
        <translation>每个窗口：边长（米和像元数）、平均起伏度、ln(平均起伏度/面积)、S - Si，以及哪个最佳。</translation>
    </message>
    <message>
        <source>Per year; the unit is chosen below. For npp and nep.</source>
        <translation>年值；单位在下面选择。用于 npp 和 nep。</translation>
    </message>
    <message>
        <source>Per zone (all first) and indicator: before, after, change, percent, annual (percent per year), unit, risen and fallen (share of the cells), cells; for all also the effect against controls per cell in the unit of the raster with its limits, p, the smallest detectable effect, the noise of a control cell and what a single cell has to change by. It has the columns indicator, value and baseline of the evaluation.</source>
        <translation>每个分区（全部在最前）和指标：前、后、变化、百分比、annual（年均百分比）、单位、上升与下降（像元比例）、像元数；全部像元另有相对对照的效应（按像元，单位同栅格）及其置信限、p、可检出的最小效应、对照像元的噪声和单个像元须达到的变化。含评价工具所需的 indicator、value 和 baseline 列。</translation>
    </message>
    <message>
        <source>Per zone (and per unit), class raster and class: cells, area in hectares, share. An empty class is the part without a class.</source>
        <translation>按分区（及单元）、分类栅格和类别：像元数、面积（公顷）、占比。空类别为没有类别的部分。</translation>
    </message>
    <message>
        <source>Per zone: name, strategy, number of units, area in hectares, share of the area.</source>
        <translation>每个分区的名称、策略、单元数、面积（公顷）和面积比例。</translation>
    </message>
    <message>
        <source>Percent of the cells below NDVI of bare soil.</source>
        <translation>低于裸土 NDVI 的像元百分比。</translation>
    </message>
    <message>
        <source>Percent of the cells below NDVI of full vegetation.</source>
        <translation>低于全植被 NDVI 的像元百分比。</translation>
    </message>
    <message>
        <source>Percent of the topsoil.</source>
        <translation>占表层土壤的百分比。</translation>
    </message>
    <message>
        <source>Percent of weight, 0-30 cm. Give this or organic carbon.</source>
        <translation>质量百分比，0-30 cm。提供此项或有机碳。</translation>
    </message>
    <message>
        <source>Percent of weight; taken x 1.724 as organic matter where that is not given, and for erodibility.</source>
        <translation>质量百分比；未提供有机质时乘以 1.724 作为有机质，并用于计算可蚀性。</translation>
    </message>
    <message>
        <source>Percent of weight; used for erodibility where no layer of it is given.</source>
        <translation>质量百分比；未提供可蚀性图层时用于计算可蚀性。</translation>
    </message>
    <message>
        <source>Percentile of an indicator that becomes 0 (or 1 where less is better). 2 keeps outliers from compressing the rest.</source>
        <translation>指标中取为 0 的百分位（越小越好的指标取为 1）。取 2 可避免异常值压缩其他值。</translation>
    </message>
    <message>
        <source>Percentile of an indicator that becomes 1 (or 0 where less is better).</source>
        <translation>指标中取为 1 的百分位（越小越好的指标取为 0）。</translation>
    </message>
    <message>
        <source>Percentile of bare soil</source>
        <translation>裸土百分位</translation>
    </message>
    <message>
        <source>Percentile of full vegetation</source>
        <translation>全植被百分位</translation>
    </message>
    <message>
        <source>Perforation</source>
        <translation>孔隙</translation>
    </message>
    <message>
        <source>Perforation, inside</source>
        <translation>孔隙（内部）</translation>
    </message>
    <message>
        <source>Perimeter (m)</source>
        <translation>周长（米）</translation>
    </message>
    <message>
        <source>Permeability</source>
        <translation>通透性</translation>
    </message>
    <message>
        <source>Permeability class</source>
        <translation>渗透性等级</translation>
    </message>
    <message>
        <source>Permutation {number} of {count}</source>
        <translation>第 {number} 次置换，共 {count} 次</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>置换次数</translation>
    </message>
    <message>
        <source>Permutations of {count} units</source>
        <translation>{count} 个单元的置换</translation>
    </message>
    <message>
        <source>Persons per cell (not per km2), for catchment.</source>
        <translation>每像元人数（不是每 km2），用于 catchment。</translation>
    </message>
    <message>
        <source>Persons per cell (not per km2).</source>
        <translation>每像元人数（不是每平方公里人数）。</translation>
    </message>
    <message>
        <source>Persons per cell.</source>
        <translation>每像元人数。</translation>
    </message>
    <message>
        <source>Persons per km2</source>
        <translation>每平方千米人数</translation>
    </message>
    <message>
        <source>Persons; not used where the layer lacks it.</source>
        <translation>人数；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>分区部分</translation>
    </message>
    <message>
        <source>Pieces below this that were cut off join a neighbour. 50 ha (0.5 km2) keeps borders that run along a patch from making members of a few fields.</source>
        <translation>小于该面积的被切出碎块并入相邻部分。50 公顷（0.5 平方千米）可避免仅因边界沿斑块延伸、占有几块地就成为成员。</translation>
    </message>
    <message>
        <source>Pinch point</source>
        <translation>生态夹点</translation>
    </message>
    <message>
        <source>Pinch point areas</source>
        <translation>生态夹点区域</translation>
    </message>
    <message>
        <source>Pinch points</source>
        <translation>生态夹点</translation>
    </message>
    <message>
        <source>Pixels. More makes finer maps and a larger file.</source>
        <translation>像素数。数值越大地图越精细，文件也越大。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Places of one type nearer to each other than this are one node. 500 m suits regional studies; take a few cells of the resistance raster.</source>
        <translation>同一类型且间距小于该值的地点合并为一个节点。500 米适合区域尺度研究；可取阻力栅格的若干个像元大小。</translation>
    </message>
    <message>
        <source>Places on the grid must lie on cells above 0. Empty: anywhere outside the sources.</source>
        <translation>格网位置必须位于值大于 0 的像元上。留空：源地以外的任何位置。</translation>
    </message>
    <message>
        <source>Placing towns and counties</source>
        <translation>布设城镇与县域</translation>
    </message>
    <message>
        <source>Plan report</source>
        <translation>规划报告</translation>
    </message>
    <message>
        <source>Planned results</source>
        <translation>计划量</translation>
    </message>
    <message>
        <source>Planning map</source>
        <translation>规划图</translation>
    </message>
    <message>
        <source>Plant available water content</source>
        <translation>植物可利用含水量</translation>
    </message>
    <message>
        <source>Plant available water content used</source>
        <translation>所用植物可利用含水量</translation>
    </message>
    <message>
        <source>Platform of the rasters</source>
        <translation>栅格的观测平台</translation>
    </message>
    <message>
        <source>Points of interest</source>
        <translation>兴趣点</translation>
    </message>
    <message>
        <source>Points of strategic nodes, widened to circles. Nodes with the pinch_id of a given pinch point or the barrier_id of a given barrier are left out, because its polygon stands for them.</source>
        <translation>生态战略节点，扩展为圆。pinch_id 与已给夹点相同、或 barrier_id 与已给障碍点相同的节点不计入，由其面代表。</translation>
    </message>
    <message>
        <source>Points with feedback_id, time, topic, message, status, and optionally photo, reply, reply_time.</source>
        <translation>含 feedback_id、time、topic、message、status 的点，可选 photo、reply、reply_time。</translation>
    </message>
    <message>
        <source>Points with node_type.</source>
        <translation>含node_type字段的点图层。</translation>
    </message>
    <message>
        <source>Points, lines or polygons where the paths begin. A polygon covers the cells whose centre lies inside it; one smaller than a cell the cells it touches.</source>
        <translation>路径起始的点、线或面。面要素占据中心落在其内的像元；小于一个像元的面要素占据其接触的像元。</translation>
    </message>
    <message>
        <source>Points, lines or polygons where the paths lead. Empty: paths among the starts.</source>
        <translation>路径到达的点、线或面。留空：求起点之间的路径。</translation>
    </message>
    <message>
        <source>Points, lines or polygons, instead of or in addition to the raster.</source>
        <translation>点、线或面，代替或补充栅格。</translation>
    </message>
    <message>
        <source>Points, lines or polygons, instead of or in addition to the raster. The ampere of a feature are spread evenly over its cells.</source>
        <translation>点、线或面，代替或补充栅格。要素的安培数均匀分配到其像元。</translation>
    </message>
    <message>
        <source>Points: node_id, node_type (pinch_point, barrier, crossing, road_break), rank, link_ids, link_count, pinch_id, unit_code, unit_name, barrier_id, area_ha, road_class, road_width_m.</source>
        <translation>点：node_id、node_type（pinch_point、barrier、crossing、road_break）、rank、link_ids、link_count、pinch_id、unit_code、unit_name、barrier_id、area_ha、road_class、road_width_m。</translation>
    </message>
    <message>
        <source>Points; those of a pinch point or barrier that is given as polygon count once.</source>
        <translation>点；已以面给出的夹点或障碍点只计一次。</translation>
    </message>
    <message>
        <source>Polygons for the tables per unit and the cross table.</source>
        <translation>用于单元统计表和交叉表的面图层。</translation>
    </message>
    <message>
        <source>Polygons from Barriers; the fields rank, barrier_id and link_ids are used where there are any.</source>
        <translation>“障碍点”输出的多边形；如有字段 rank、barrier_id 和 link_ids 则予以使用。</translation>
    </message>
    <message>
        <source>Polygons from Pinch points; the fields rank, pinch_id and link_id are used where there are any.</source>
        <translation>“生态夹点”工具输出的面；若有 rank、pinch_id 和 link_id 字段则会采用。</translation>
    </message>
    <message>
        <source>Polygons in a projected system in metres, one feature per county or district.</source>
        <translation>以米为单位的投影坐标系中的面，每个县（市、区）一个要素。</translation>
    </message>
    <message>
        <source>Polygons in which nothing was done. With layers to match by, controls are drawn inside them, or from all cells outside the treated places where none are given.</source>
        <translation>未采取措施的多边形。给出匹配图层时，对照在其中抽取；未给出时，从处理区之外的全部像元中抽取。</translation>
    </message>
    <message>
        <source>Polygons in which something was done.</source>
        <translation>实施了措施的多边形。</translation>
    </message>
    <message>
        <source>Polygons inside which current flows without loss, such as lakes for water birds; each becomes one node. Regions that share a cell become one.</source>
        <translation>电流在其内无损耗流动的面，例如对水鸟而言的湖泊；每个面成为一个节点。共用像元的区域合为一个。</translation>
    </message>
    <message>
        <source>Polygons of barriers, such as from Barriers; they count as nodes.</source>
        <translation>障碍点的面，如“障碍点”工具的输出；按节点计。</translation>
    </message>
    <message>
        <source>Polygons of ecological sources, such as from Source patches.</source>
        <translation>生态源地面，例如“生态源地斑块”的输出。</translation>
    </message>
    <message>
        <source>Polygons of one zone overlap by {area} ha, which count twice in its area.</source>
        <translation>同一分区的面重叠 {area} 公顷，在其面积中重复计算。</translation>
    </message>
    <message>
        <source>Polygons of pinch points.</source>
        <translation>夹点面。</translation>
    </message>
    <message>
        <source>Polygons of the barriers.</source>
        <translation>障碍点多边形。</translation>
    </message>
    <message>
        <source>Polygons of the corridors from Ecological corridors, with the field link_id. Current stays inside them, so wider corridors offer more detours.</source>
        <translation>“生态廊道”工具输出的廊道面，含 link_id 字段。电流限制在廊道之内，因此廊道越宽，可绕行的通路越多。</translation>
    </message>
    <message>
        <source>Polygons of the corridors.</source>
        <translation>廊道面图层。</translation>
    </message>
    <message>
        <source>Polygons of the corridors. Give these or the links, not both.</source>
        <translation>廊道面。给出廊道面或连接线，不要同时给出。</translation>
    </message>
    <message>
        <source>Polygons of the patches there are, in a projected system in metres.</source>
        <translation>现有斑块的面要素，采用以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Polygons of the pinch points.</source>
        <translation>夹点面图层。</translation>
    </message>
    <message>
        <source>Polygons of the sources from which the links were made.</source>
        <translation>生成连接时所用源地的面要素。</translation>
    </message>
    <message>
        <source>Polygons overlap on {share} % of their area.</source>
        <translation>面有 {share} % 的面积重叠。</translation>
    </message>
    <message>
        <source>Polygons such as counties, with the field that is tested.</source>
        <translation>县等面图层，含待检验的字段。</translation>
    </message>
    <message>
        <source>Polygons that could be restored. Empty: places on a grid.</source>
        <translation>可以修复的面要素。留空：采用格网位置。</translation>
    </message>
    <message>
        <source>Polygons that supply and demand are summed over. All their fields are copied.</source>
        <translation>用于汇总供给和需求的面图层。其全部字段均会复制。</translation>
    </message>
    <message>
        <source>Polygons to report one by one, such as core patches or counties.</source>
        <translation>逐个报告的多边形，如核心斑块或县。</translation>
    </message>
    <message>
        <source>Polygons to summarise by.</source>
        <translation>用于汇总的多边形。</translation>
    </message>
    <message>
        <source>Polygons whose totals are wanted, such as counties, each with a code of its own. A cell belongs to the unit that covers its centre. Totals from an earlier tool can be given here: their fields are kept, so that one layer gathers all services.</source>
        <translation>需要汇总的面要素，如县级行政区，每个单元编码唯一。像元归属覆盖其中心的单元。可使用前一工具输出的单元汇总图层：其字段会保留，从而在一个图层中汇集所有服务。</translation>
    </message>
    <message>
        <source>Polygons with &lt;service&gt;_supply and &lt;service&gt;_demand, as Supply-demand ratio writes them.</source>
        <translation>含有 &lt;service&gt;_supply 和 &lt;service&gt;_demand 的面，如“供需比”工具所写。</translation>
    </message>
    <message>
        <source>Polygons with fields of the services, or to average the rasters over.</source>
        <translation>含服务字段的面图层，或用于对栅格求均值的面图层。</translation>
    </message>
    <message>
        <source>Polygons with fields such as water_supply and water_demand, as Supply-demand ratio writes them, for the compensation, which is left out without them.</source>
        <translation>含 water_supply、water_demand 等字段的面（由“供需比”输出），用于生态补偿；未给出则不做补偿。</translation>
    </message>
    <message>
        <source>Polygons with lead_level, members and task. Output of Collaborative units.</source>
        <translation>含lead_level、members、task字段的面图层。为“协同修复单元”工具的输出。</translation>
    </message>
    <message>
        <source>Polygons with source_id (1 = first in rank), area_ha, perimeter_m, shape_index, core_area_ha (farther than the edge width from other land), parts (separate pieces), score_mean, mean_&lt;name&gt; and dpc where they are asked for.</source>
        <translation>多边形，含 source_id（1 为排序第一）、area_ha、perimeter_m、shape_index、core_area_ha（距其他用地超过边缘宽度的面积）、parts（独立部分数），以及按需要的 score_mean、mean_&lt;name&gt; 和 dpc。</translation>
    </message>
    <message>
        <source>Polygons with source_id.</source>
        <translation>含 source_id 的面。</translation>
    </message>
    <message>
        <source>Polygons with the field link_id: windows of a link are then centred inside its corridor only. Empty: anywhere.</source>
        <translation>含字段 link_id 的多边形：连接的窗口中心只落在其廊道内。留空：不限。</translation>
    </message>
    <message>
        <source>Polygons with the fields &lt;service&gt;_supply and &lt;service&gt;_demand, as the supply-demand ratio writes them.</source>
        <translation>含有 &lt;服务&gt;_supply 和 &lt;服务&gt;_demand 字段的面图层，即“供需比”工具的输出。</translation>
    </message>
    <message>
        <source>Polygons with the matching type, as supply-demand matching writes them. All fields are copied. Optional where matching types are given as a raster.</source>
        <translation>含匹配类型的面图层，即“供需匹配”工具的输出。其全部字段均会复制。以栅格提供匹配类型时可省略。</translation>
    </message>
    <message>
        <source>Polygons with the two fields, as supply-demand matching writes them.</source>
        <translation>含这两个字段的面图层，即“供需匹配”工具的输出。</translation>
    </message>
    <message>
        <source>Polygons with unit_code (six digits), unit_name, parent_code and the statistics grain_t (t per year), co2_t (t CO2 per year), revenue_wan and expenditure_wan (10,000 CNY per year).</source>
        <translation>含 unit_code（六位）、unit_name、parent_code 及统计字段 grain_t（t/年）、co2_t（t CO2/年）、revenue_wan 与 expenditure_wan（万元/年）的面。</translation>
    </message>
    <message>
        <source>Polygons, lines or points to start from. A polygon covers the cells whose centre lies inside it; one smaller than a cell keeps the cells it touches.</source>
        <translation>作为起点的面、线或点。面要素占据中心落在其内的像元；小于一个像元的面要素保留其接触的像元。</translation>
    </message>
    <message>
        <source>Polygons, such as the source patches, in a projected system in metres.</source>
        <translation>多边形，例如源地斑块，须为以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Polygons.</source>
        <translation>面。</translation>
    </message>
    <message>
        <source>Polygons; all features with the same zone form one zone.</source>
        <translation>面图层；分区相同的要素构成一个分区。</translation>
    </message>
    <message>
        <source>Polygons; cells whose centre lies outside become nodata.</source>
        <translation>多边形；中心位于其外的像元设为无效值。</translation>
    </message>
    <message>
        <source>Polygons; the first of them by rank become elements.</source>
        <translation>面；按次序取前若干个作为要素。</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Poorer units pay a smaller share of what they receive: GDP per person over its mean, at most 1.</source>
        <translation>较贫困的单元支付所获价值的较小份额：人均 GDP 除以平均值，最大为 1。</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Population (persons)</source>
        <translation>人口（人）</translation>
    </message>
    <message>
        <source>Population field</source>
        <translation>人口字段</translation>
    </message>
    <message>
        <source>PostGIS does not know the coordinate reference system EPSG:{srid}.</source>
        <translation>PostGIS 不认识坐标参考系 EPSG:{srid}。</translation>
    </message>
    <message>
        <source>PostgreSQL needs the Python library psycopg2, which this QGIS lacks. Install python3-psycopg2, or use a GeoPackage store.</source>
        <translation>PostgreSQL 需要 Python 库 psycopg2，而此 QGIS 没有。请安装 python3-psycopg2，或使用 GeoPackage 数据库。</translation>
    </message>
    <message>
        <source>Potential soil erosion</source>
        <translation>潜在土壤侵蚀</translation>
    </message>
    <message>
        <source>Power of the distance</source>
        <translation>距离的幂次</translation>
    </message>
    <message>
        <source>Precipitation</source>
        <translation>降水量</translation>
    </message>
    <message>
        <source>Precipitation (mm)</source>
        <translation>降水 (mm)</translation>
    </message>
    <message>
        <source>Precipitation by day</source>
        <translation>逐日降水</translation>
    </message>
    <message>
        <source>Precipitation by month</source>
        <translation>逐月降水</translation>
    </message>
    <message>
        <source>Precipitation field</source>
        <translation>降水字段</translation>
    </message>
    <message>
        <source>Precipitation of the area (mm)</source>
        <translation>研究区降水量 (mm)</translation>
    </message>
    <message>
        <source>Precipitation of the reference (mm)</source>
        <translation>参照区降水量 (mm)</translation>
    </message>
    <message>
        <source>Price of carbon (per t C)</source>
        <translation>碳价格（每吨碳）</translation>
    </message>
    <message>
        <source>Prices and capacity factors are proposals; transfers need the agreement of those who pay and receive.</source>
        <translation>价格与支付能力系数均为建议值；实际转移须经付费方与受偿方协商一致。</translation>
    </message>
    <message>
        <source>Primary coordination</source>
        <translation>初级协调</translation>
    </message>
    <message>
        <source>Priorities compare units: at least two need every indicator; there are {count}.</source>
        <translation>优先级是单元之间的比较：至少需要两个指标齐全的单元，现有 {count} 个。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Priority field</source>
        <translation>优先度字段</translation>
    </message>
    <message>
        <source>Priority of the units</source>
        <translation>单元优先级</translation>
    </message>
    <message>
        <source>Priority of the units, 1 first</source>
        <translation>单元优先级（1 级最先）</translation>
    </message>
    <message>
        <source>Priority of {count} corridors</source>
        <translation>计算 {count} 条廊道的优先级</translation>
    </message>
    <message>
        <source>Priority rank</source>
        <translation>优先次序</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability at this distance</source>
        <translation>该距离处的概率</translation>
    </message>
    <message>
        <source>Probability of connectivity</source>
        <translation>可能连通性指数</translation>
    </message>
    <message>
        <source>Problem field</source>
        <translation>问题字段（修复）</translation>
    </message>
    <message>
        <source>Problems of the unit, separated by semicolons.</source>
        <translation>单元的问题，用分号分隔。</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品表</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Project id</source>
        <translation>项目编号</translation>
    </message>
    <message>
        <source>Project selection</source>
        <translation>项目选择</translation>
    </message>
    <message>
        <source>Projected, in metres. Needed for a new store.</source>
        <translation>投影坐标系，单位为米。新数据库需要。</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Projects chosen</source>
        <translation>入选项目数</translation>
    </message>
    <message>
        <source>Projects with the same text exclude each other.</source>
        <translation>文字相同的项目互相排斥。</translation>
    </message>
    <message>
        <source>Projects with their phase</source>
        <translation>项目及其阶段</translation>
    </message>
    <message>
        <source>Protected areas</source>
        <translation>保护地</translation>
    </message>
    <message>
        <source>Provenance of the inputs</source>
        <translation>输入数据的来源</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>Province leads</source>
        <translation>省级主导</translation>
    </message>
    <message>
        <source>Provincial and social funds granted</source>
        <translation>省级与社会资金落实额</translation>
    </message>
    <message>
        <source>Provincial budget</source>
        <translation>省级预算</translation>
    </message>
    <message>
        <source>Provincial budget (10,000 CNY)</source>
        <translation>省级预算（万元）</translation>
    </message>
    <message>
        <source>Provincial funds</source>
        <translation>省级资金</translation>
    </message>
    <message>
        <source>Provincial money to allocate (10^4 CNY). Left empty, 60 % of the sum of all gaps, to see the pattern before a budget is known.</source>
        <translation>待分配的省级资金（万元）。留空时取全部缺口之和的 60 %，便于在预算确定前了解分配格局。</translation>
    </message>
    <message>
        <source>Provincial restoration funds.</source>
        <translation>省级修复资金。</translation>
    </message>
    <message>
        <source>Provincial restoration funds; empty for 60 % of the sum of the gaps.</source>
        <translation>省级修复资金；留空则取资金缺口合计的 60 %。</translation>
    </message>
    <message>
        <source>Provincial top-up</source>
        <translation>省级补足</translation>
    </message>
    <message>
        <source>Provincial top-up (10^4 CNY)</source>
        <translation>省级补足（万元）</translation>
    </message>
    <message>
        <source>Pseudo p-value</source>
        <translation>伪 p 值</translation>
    </message>
    <message>
        <source>Pseudo p-value, one-sided</source>
        <translation>伪 p 值（单侧）</translation>
    </message>
    <message>
        <source>Public feedback</source>
        <translation>公众反馈</translation>
    </message>
    <message>
        <source>Public feedback is collected as points: place, time, topic, message, photograph, status, reply. The project that Create data store makes has the form for it, for the desktop and for field applications that read QGIS projects; the answers come back by Import data.

This tool checks the points against the data standard, finds the unit each lies in, and summarises per unit: number, status, topics, share with a reply, median days until the reply. Points outside every unit are counted on their own.

Give the feedback layer of the store, or any layer with its fields.

Source: feedback platform of public participation, Peng 2025, doi:10.61360/BoniGHSS252018890606.</source>
        <translation>公众反馈以点的形式收集：地点、时间、主题、内容、照片、状态、回复。“创建共享数据库”生成的项目带有相应表单，可用于桌面和能读取 QGIS 项目的外业应用；结果通过“导入数据”回到库中。

本工具按数据标准检查这些点，找出所在单元，并按单元汇总：数量、状态、主题、有回复的比例、回复前天数的中位数。不在任何单元内的点单独计数。

请给出数据库的反馈图层，或具有其字段的任何图层。

来源：公众参与反馈平台，Peng 2025, doi:10.61360/BoniGHSS252018890606。</translation>
    </message>
    <message>
        <source>Purification of the environment</source>
        <translation>净化环境</translation>
    </message>
    <message>
        <source>Purity</source>
        <translation>纯度</translation>
    </message>
    <message>
        <source>Puts "those who benefit compensate" into numbers. For every service a unit has a surplus max(S - D, 0) or a deficit max(D - S, 0) in physical units. A transport problem finds the flows from surplus to deficit: as much deficit as possible is served, over the shortest distances, or at the least of the costs you give, such as least-cost distances between units.

A service may be limited: by a largest distance (recreation), to units of the same group such as a watershed (a field of the layer), or to where the water runs: from a unit to those downstream of it, by a table of pairs or by an elevation model. By the model, B lies downstream of A where the given share of the ground of A drains through B.

The value of a flow is amount x price. Where the cost of conservation is known, the standard joins both: value x (1 - w + w x cost of the supplier / value of all it supplies), w the weight of the cost. A beneficiary pays value x capacity. By wealth, capacity = min(1, wealth / mean wealth) with wealth as GDP per person; by growth, capacity = 1 / (1 + exp(3 - 1 / En)) with En the Engel coefficient of the unit, the Pearl curve of its stage of development. The province may take over a share of the rest. Received minus paid is the net position of a unit; all nets together are what the province adds, zero without it.

What no surplus reaches stays open and is reported: it needs restoration or trade from outside.

Prices of the shipped table are illustrative. Food is left out of it, since a market pays for food.

Source: principle of Peng 2025, doi:10.61360/BoniGHSS252018890606; transport problem Hitchcock 1941, doi:10.1002/sapm1941201224, solved by HiGHS; growth curve Pearl &amp; Reed 1920, doi:10.1073/pnas.6.6.275.</source>
        <translation>将“谁受益谁补偿”量化。对每种服务，单元有盈余 max(S - D, 0) 或亏缺 max(D - S, 0)，以实物单位计。运输问题求出由盈余到亏缺的流：尽可能多地满足亏缺，并使距离最短，或使所给费用（如单元间的最小成本距离）最低。

服务可以受到限制：最大距离（游憩）、同一组单元如流域（图层中的一个字段），或水流去向：由一个单元流向其下游单元，依据配对表或高程模型。采用高程模型时，若甲单元有给定比例的土地经乙单元排水，则乙位于甲的下游。

流的价值 = 数量 x 价格。已知保护成本时，标准兼顾两者：价值 x (1 - w + w x 供给方成本 / 其全部供给的价值)，w 为成本权重。受益方支付 价值 x 支付能力，按财富时，支付能力 = min(1, 财富 / 平均财富)，财富为人均 GDP；按成长曲线时，支付能力 = 1 / (1 + exp(3 - 1 / En))，En 为单元的恩格尔系数，即反映发展阶段的皮尔曲线。其余部分省级可承担一定比例。获得减支付为单元的净收支；全部净收支之和等于省级补足额，没有省级补足时为零。

没有盈余能到达的亏缺保持未满足并予以报告：需要通过修复或区外贸易解决。

内置表中的价格仅为示例。粮食未列入，因为由市场支付。

来源：原则见 Peng 2025, doi:10.61360/BoniGHSS252018890606；运输问题 Hitchcock 1941, doi:10.1002/sapm1941201224，由 HiGHS 求解；成长曲线 Pearl &amp; Reed 1920, doi:10.1073/pnas.6.6.275。</translation>
    </message>
    <message>
        <source>Puts "those who benefit compensate, those who damage govern" into shares that add up. For every member of a collaborative unit:

duty = w1 jurisdiction + w2 damage + w3 benefit,

where jurisdiction is its share of the area, damage its share of the degradation (such as erosion above the tolerable amount or converted land) and benefit its share of what is gained (such as people served or demand for services). Where nobody damages, or nobody gains, that principle says nothing and the others count alone.

The cost of a collaborative unit is the area of its elements x the costs of the element table, so that all costs add up to the need of all administrative units. A table gives the shares of province, city and county by the scope of the unit (one county, one city, several cities, several provinces, or an element of provincial rank, which the province leads wherever it lies); within its level every member carries its duty. All amounts of a unit add up to its cost.

Input are the parts of Collaborative restoration units and, for damage and benefit, a layer of the administrative units.

Source: principles and roles of Peng 2025, doi:10.61360/BoniGHSS252018890606; the shares are proposals.</source>
        <translation>将“谁受益谁补偿、谁破坏谁治理”化为可加总的份额。对协同单元的每个成员：

责任 = w1 管辖 + w2 损害 + w3 受益，

其中管辖为其面积份额，损害为其退化份额（如超过容许值的侵蚀或被转用的土地），受益为其所获份额（如受益人口或服务需求）。若无人损害或无人受益，则该原则不起作用，仅按其余原则计算。

协同单元的费用 = 要素面积 x 要素表中的费用，因此全部费用之和等于所有行政单元的需求。另一张表按单元范围（一县、一市、多市、多省，或无论位于何处均由省级牵头的省级重要要素）给出省、市、县的分担比例；在本级内，每个成员承担其责任份额。单元的全部金额之和等于其费用。

输入为“协同修复单元”的组成部分，以及含损害和受益字段的行政单元图层。

来源：原则与职责见 Peng 2025, doi:10.61360/BoniGHSS252018890606；分担比例为建议值。</translation>
    </message>
    <message>
        <source>Puts rasters on one grid, resampled by what they measure.</source>
        <translation>将栅格统一到同一格网，并按数据类型选择重采样方法。</translation>
    </message>
    <message>
        <source>Putting together</source>
        <translation>合成方式</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>QGIS 项目</translation>
    </message>
    <message>
        <source>Quadrant plot, counts per type and ambiguous units as HTML.</source>
        <translation>象限图、各类型单元数和不确定单元（HTML）。</translation>
    </message>
    <message>
        <source>Quality check of the inputs</source>
        <translation>输入数据质量检查</translation>
    </message>
    <message>
        <source>Quality coordination</source>
        <translation>优质协调</translation>
    </message>
    <message>
        <source>Quality flag of the rasters</source>
        <translation>栅格的质量标识</translation>
    </message>
    <message>
        <source>Quantile classes of the treated cells.</source>
        <translation>处理像元的分位级。</translation>
    </message>
    <message>
        <source>Query data</source>
        <translation>查询数据</translation>
    </message>
    <message>
        <source>Question fields</source>
        <translation>问题字段</translation>
    </message>
    <message>
        <source>Quick flow</source>
        <translation>快速径流</translation>
    </message>
    <message>
        <source>R K L S, as if the soil lay bare, t/ha/yr.</source>
        <translation>R K L S，相当于裸土，t/ha/yr。</translation>
    </message>
    <message>
        <source>R: resistance of a cell, no unit; w_k: weight of factor k; r_k: score of factor k at the cell, no unit</source>
        <translation>R：栅格阻力，无量纲；w_k：因子 k 的权重；r_k：该栅格因子 k 的得分，无量纲</translation>
    </message>
    <message>
        <source>RSEI, 0 (worst) to 1 (best).</source>
        <translation>RSEI，0（最差）到 1（最好）。</translation>
    </message>
    <message>
        <source>RSEI, ecological quality, remote sensing ecological index, NDVI, WET, NDBSI, LST, tasselled cap, principal component, PCA, Landsat, MNDWI</source>
        <translation>RSEI, 遥感生态指数, 生态质量, 绿度, 湿度, 干度, 热度, 地表温度, 缨帽变换, 主成分分析, Landsat, MNDWI</translation>
    </message>
    <message>
        <source>RSEI: ecological quality from greenness, wetness, dryness and heat, for one date or two.</source>
        <translation>RSEI：由绿度、湿度、干度和热度得到的生态质量，一期或两期。</translation>
    </message>
    <message>
        <source>Radar of the perspectives, weights and contributions, correlations and collinearity as HTML.</source>
        <translation>各维度雷达图、权重与贡献、相关性与共线性（HTML）。</translation>
    </message>
    <message>
        <source>Radiance of night lights on the same grid, any unit, for the correction within land-cover classes.</source>
        <translation>同一网格的夜间灯光辐亮度，单位不限，用于土地覆被类别内的修正。</translation>
    </message>
    <message>
        <source>Radiance or digital numbers; negative noise counts as 0.</source>
        <translation>辐亮度或 DN 值；负的噪声按 0 计。</translation>
    </message>
    <message>
        <source>Radiance, nW per square cm and sr.</source>
        <translation>辐亮度，nW/(cm²·sr)。</translation>
    </message>
    <message>
        <source>Radii of the windows: {radii} m.</source>
        <translation>窗口半径：{radii} 米。</translation>
    </message>
    <message>
        <source>Radius (m)</source>
        <translation>半径（米）</translation>
    </message>
    <message>
        <source>Radius of nodes (m)</source>
        <translation>节点半径（米）</translation>
    </message>
    <message>
        <source>Radius of the largest score at the centre of the window, m.</source>
        <translation>窗口中心处最大得分对应的半径，米。</translation>
    </message>
    <message>
        <source>Radius of the window (m)</source>
        <translation>窗口半径（米）</translation>
    </message>
    <message>
        <source>Radius of the window: how far apart start and end of a movement may be, such as the dispersal distance of a species.</source>
        <translation>窗口半径：移动的起点与终点最远可相距多远，例如物种的扩散距离。</translation>
    </message>
    <message>
        <source>Rainfall erosivity</source>
        <translation>降雨侵蚀力</translation>
    </message>
    <message>
        <source>Rainfall erosivity R</source>
        <translation>降雨侵蚀力 R</translation>
    </message>
    <message>
        <source>Rainfall erosivity averages {mean} {unit}.</source>
        <translation>降雨侵蚀力平均为 {mean} {unit}。</translation>
    </message>
    <message>
        <source>Rainfall erosivity averages {mean}, which looks like hundreds of foot-tons (US units) rather than MJ mm/ha/h/yr. If so, choose US as its unit: it is then multiplied by 17.02.</source>
        <translation>降雨侵蚀力平均为 {mean}，像是百英尺吨（美制单位）而不是 MJ mm/ha/h/yr。若是如此，请把单位选为 US：将乘以 17.02。</translation>
    </message>
    <message>
        <source>Rainfall erosivity of half months</source>
        <translation>半月降雨侵蚀力</translation>
    </message>
    <message>
        <source>Rainfall erosivity of {count} cells</source>
        <translation>计算 {count} 个像元的降雨侵蚀力</translation>
    </message>
    <message>
        <source>Rainfall erosivity of {days} days</source>
        <translation>计算 {days} 日的降雨侵蚀力</translation>
    </message>
    <message>
        <source>Random rearrangements for the pseudo p-values; the smallest p is 1 / (permutations + 1).</source>
        <translation>用于伪 p 值的随机重排次数；最小 p 值为 1 /（置换次数 + 1）。</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Range of the rank</source>
        <translation>位次范围</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>Rank by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Rank by dIIC</source>
        <translation>按 dIIC 排序</translation>
    </message>
    <message>
        <source>Rank by dPC</source>
        <translation>按 dPC 排序</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman)</source>
        <translation>秩相关（Spearman）</translation>
    </message>
    <message>
        <source>Rank of priority</source>
        <translation>优先级排序</translation>
    </message>
    <message>
        <source>Rank of the restoration zone of the unit, 1 the most urgent, as Restoration zones writes it; not used where the layer lacks it.</source>
        <translation>单元所属修复分区的优先次序，1 为最紧迫，即“修复分区”的输出；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>Rank, 5th percentile</source>
        <translation>排序第 5 百分位</translation>
    </message>
    <message>
        <source>Rank, 95th percentile</source>
        <translation>排序第 95 百分位</translation>
    </message>
    <message>
        <source>Ranking of corridors (corridor_ranking)</source>
        <translation>廊道排序（corridor_ranking）</translation>
    </message>
    <message>
        <source>Ranks compare the units of this plan under the weights shown; where the range of a rank is wide, the order of units is open.</source>
        <translation>优先次序是在所示权重下对本规划各单元的比较；次序区间较宽时，先后尚不能确定。</translation>
    </message>
    <message>
        <source>Ranks the links of an ecological network: a link matters more the larger and the better the two sources are that it joins, and the less it costs to move along it.

G_ij = N_i x N_j / D_ij^2 with the weight N_i = ln(S_i) / P_i of a source and the relative length D_ij = L_ij / L_max of a link: S area, P mean resistance inside the source (1 without a resistance raster), L cost of the link, L_max the largest cost of all links. Three forms:

log_of_product: L_max^2 x ln(S_i x S_j) / (L_ij^2 x P_i x P_j), as usually printed and used in studies of ecological security patterns. product_of_logs: L_max^2 x ln(S_i) x ln(S_j) / (L_ij^2 x P_i x P_j), the weights as defined. area: L_max^2 x S_i x S_j / (L_ij^2 x P_i x P_j), the plain gravity model.

The logarithm depends on the unit of the area, and so does G; compare results of one unit only. G has no unit. Classes are natural breaks (Jenks) of G or of its logarithm, 1 for the weakest. A matrix of all sources needs links between all pairs: run Ecological corridors with all neighbours and paths through a third source kept.

Source: Kong et al. 2010, Landscape and Urban Planning, doi:10.1016/j.landurbplan.2009.11.001</source>
        <translation>对生态网络的连接排序：所连两个源地越大、质量越好，沿连接通行的成本越低，连接就越重要。

G_ij = N_i x N_j / D_ij^2，其中源地权重 N_i = ln(S_i) / P_i，连接相对长度 D_ij = L_ij / L_max：S 为面积，P 为源地内部平均阻力（没有阻力栅格时为 1），L 为连接成本，L_max 为所有连接中的最大成本。有三种形式：

log_of_product：L_max^2 x ln(S_i x S_j) / (L_ij^2 x P_i x P_j)，为文献中常见的写法，也是生态安全格局研究的常用形式。product_of_logs：L_max^2 x ln(S_i) x ln(S_j) / (L_ij^2 x P_i x P_j)，与权重定义一致。area：L_max^2 x S_i x S_j / (L_ij^2 x P_i x P_j)，即基本重力模型。

对数取决于面积单位，G 也随之变化；只应比较同一单位的结果。G 无量纲。等级按 G 或其对数的自然断点（Jenks）划分，1 为最弱。要得到所有源地的矩阵，需要所有源地对之间的连接：运行“生态廊道”时选择所有配对，并保留经过第三个源地的路径。

来源：Kong et al. 2010, Landscape and Urban Planning, doi:10.1016/j.landurbplan.2009.11.001</translation>
    </message>
    <message>
        <source>Ranks under drawn weights agree with the result by {agreement} (Spearman, mean).</source>
        <translation>随机权重下的排序与结果的一致性为 {agreement}（Spearman 平均值）。</translation>
    </message>
    <message>
        <source>Ranks units by importance, urgency, difficulty, benefit and capacity, and says what drives the rank and how sure it is.</source>
        <translation>按重要性、紧迫性、难度、效益和能力对单元排序，并说明排序的驱动因素及其可靠程度。</translation>
    </message>
    <message>
        <source>Ranks units, such as counties or collaborative units, by several indicators with TOPSIS: every indicator is scaled to 0..1 by its range (mirrored where less is more urgent) and weighted; a unit is the closer to the ideal the nearer it lies to the best value of every indicator and the farther from the worst:

closeness = d- / (d+ + d-), from 0 to 1.

The indicator table says which fields of the layer count, for which criterion, in which direction. Rows whose field the layer lacks are left aside, so that the shipped table fits the summary of Collaborative restoration units as well as a layer with more.

Weights: equal gives every criterion the same; manual takes the weights of the table; ahp judges the criteria pair by pair (consistency ratio below 0.1) and shares a criterion equally among its indicators; entropy and critic come from the data; combined joins ahp and entropy by game theory.

Weights are opinions, so the tool also draws them at random around the given ones and reports the range of ranks (5th to 95th percentile) and how often a unit is among the first tenth. Units whose range is narrow are safe to start with.

Difficulty as higher cost belongs into the need of the funding allocation; count it there or here, not twice.

Source: Hwang &amp; Yoon 1981, doi:10.1007/978-3-642-48318-9 (TOPSIS); Saaty 1977, doi:10.1016/0022-2496(77)90033-5 (AHP).</source>
        <translation>用 TOPSIS 按多项指标对单元（如县或协同单元）排序：每个指标按其范围缩放到 0..1（越小越紧迫者取反）并加权；单元越接近各指标的最优值、越远离最劣值，就越接近理想解：

贴近度 = d- / (d+ + d-)，0 到 1。

指标表说明图层的哪些字段参与计算、属于哪个准则、方向如何。图层没有的字段对应的行不使用，因此内置表既适用于“协同修复单元”的汇总，也适用于字段更多的图层。

权重：equal 各准则相同；manual 取表中权重；ahp 对准则两两比较（一致性比例小于 0.1），并在准则内的指标间平均分配；entropy 和 critic 来自数据；combined 用博弈论组合 ahp 和 entropy。

权重是主观意见，因此本工具还在给定权重附近随机抽取权重，报告排序范围（第 5 到第 95 百分位）以及单元进入前十分之一的频率。范围窄的单元可放心先行。

难度若已作为较高费用计入资金分配的需求，则只应在一处计入，不可重复。

来源：Hwang &amp; Yoon 1981, doi:10.1007/978-3-642-48318-9（TOPSIS）；Saaty 1977, doi:10.1016/0022-2496(77)90033-5（AHP）。</translation>
    </message>
    <message>
        <source>Rarity</source>
        <translation>稀有性</translation>
    </message>
    <message>
        <source>Rarity by class: {classes}.</source>
        <translation>各类别的稀有性：{classes}。</translation>
    </message>
    <message>
        <source>Rarity needs a baseline land cover.</source>
        <translation>计算稀有性需要基准土地覆被。</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>Raster of class codes, in a projected system in metres.</source>
        <translation>类别代码栅格，采用以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Raster whose bands are named as in the indicator table; the resilience indicators tool makes it.</source>
        <translation>波段按指标表命名的栅格，由“韧性指标”工具生成。</translation>
    </message>
    <message>
        <source>Raster whose grid all results get. Leave empty to use the three parameters below, or the first raster.</source>
        <translation>所有结果均采用该栅格的格网。留空则使用下面三个参数，或第一个栅格的格网。</translation>
    </message>
    <message>
        <source>Raster with a band per perspective, for the radar chart of the zones. Output of Resilience index.</source>
        <translation>每个维度一个波段的栅格，用于分区的雷达图。“韧性指数”工具的输出。</translation>
    </message>
    <message>
        <source>Raster with numbers. Give this, or a vector layer and a field.</source>
        <translation>数值栅格。提供此项，或提供矢量图层和字段。</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>Rasters after</source>
        <translation>后期栅格</translation>
    </message>
    <message>
        <source>Rasters are told by their name; one grid for all rasters of a plan, nodata declared, values within the limits. Codes of a class raster and rows of its table agree both ways.</source>
        <translation>栅格按名称识别；同一规划的栅格使用同一格网，声明无数据值，取值在范围之内。分类栅格的代码与其表的行双向一致。</translation>
    </message>
    <message>
        <source>Rasters before</source>
        <translation>前期栅格</translation>
    </message>
    <message>
        <source>Rasters for the catalogue</source>
        <translation>登记入目录的栅格</translation>
    </message>
    <message>
        <source>Rasters go into the layer rasters, not into {layer}.</source>
        <translation>栅格应导入图层 rasters，而不是 {layer}。</translation>
    </message>
    <message>
        <source>Rasters of services or sensitivity factors on one grid in a projected system in metres.</source>
        <translation>同一格网上的服务或敏感性因子栅格，采用以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Rasters on one grid in a projected system in metres. Give these or a table.</source>
        <translation>投影坐标系（米）下同一网格的栅格。给出此项或表。</translation>
    </message>
    <message>
        <source>Rasters on one grid in a projected system in metres: land cover, slope, elevation, NDVI, night lights and the like.</source>
        <translation>位于同一格网、采用以米为单位的投影坐标系的栅格：土地覆被、坡度、高程、NDVI、夜间灯光等。</translation>
    </message>
    <message>
        <source>Rasters such as slope and rain: controls lie in the same quantile classes as the treated cells.</source>
        <translation>坡度、降水等栅格：对照与处理像元处于相同的分位级。</translation>
    </message>
    <message>
        <source>Rasters that replace indicators, such as accumulated temperature instead of the mean, or erosion instead of erodibility. Their layers need not be given.</source>
        <translation>替换指标的栅格，如以积温代替年均气温，以侵蚀量代替可蚀性。相应的图层无需提供。</translation>
    </message>
    <message>
        <source>Rasters to check; the first is the reference for grid and coverage.</source>
        <translation>需要检查的栅格；第一个作为格网和覆盖范围的参照。</translation>
    </message>
    <message>
        <source>Rasters whose bands are consecutive days in their order, mm; for half_month, daily and census.</source>
        <translation>波段依次为连续各日的栅格，mm；用于 half_month、daily 和 census。</translation>
    </message>
    <message>
        <source>Rasters whose means and sums are wanted.</source>
        <translation>需要均值和总和的栅格。</translation>
    </message>
    <message>
        <source>Rasters with class codes, such as land cover.</source>
        <translation>含类别代码的栅格，如土地覆被。</translation>
    </message>
    <message>
        <source>Rates of the sensitivity</source>
        <translation>敏感性分析的贴现率</translation>
    </message>
    <message>
        <source>Ratio of {count} cells</source>
        <translation>{count} 个像元的供需比</translation>
    </message>
    <message>
        <source>Raw materials</source>
        <translation>原料生产</translation>
    </message>
    <message>
        <source>Reach (m)</source>
        <translation>搜索半径 (m)</translation>
    </message>
    <message>
        <source>Reading {count} cells</source>
        <translation>读取 {count} 个像元</translation>
    </message>
    <message>
        <source>Real discount rate per year: 0.05 is 5 %.</source>
        <translation>每年的实际贴现率：0.05 即 5 %。</translation>
    </message>
    <message>
        <source>Realised supply (m3/yr)</source>
        <translation>实际供给 (m3/yr)</translation>
    </message>
    <message>
        <source>Realised water supply</source>
        <translation>实际水供给</translation>
    </message>
    <message>
        <source>Realised water supply (m3/yr)</source>
        <translation>实际水供给 (m3/yr)</translation>
    </message>
    <message>
        <source>Reallocated share of spare own funds</source>
        <translation>富余自有资金的调剂比例</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Received (10^4 CNY)</source>
        <translation>获得（万元）</translation>
    </message>
    <message>
        <source>Receives one GeoTIFF per raster under the name of its file.</source>
        <translation>每个栅格以原文件名写为一个 GeoTIFF。</translation>
    </message>
    <message>
        <source>Receives the maps of every pair as current_FROM_TO.tif and voltage_FROM_TO.tif, or of every source.</source>
        <translation>存放每对的图 current_FROM_TO.tif 与 voltage_FROM_TO.tif，或每个源地的图。</translation>
    </message>
    <message>
        <source>Receives the rasters, sample.gpkg, provenance.csv and README.txt; files of the same names are replaced.</source>
        <translation>存放栅格、sample.gpkg、provenance.csv 和 README.txt；同名文件将被替换。</translation>
    </message>
    <message>
        <source>Reconnect separate parts</source>
        <translation>重新连接分离部分</translation>
    </message>
    <message>
        <source>Recreation</source>
        <translation>休闲游憩</translation>
    </message>
    <message>
        <source>Recreation demand</source>
        <translation>休闲游憩需求</translation>
    </message>
    <message>
        <source>Recreation supply</source>
        <translation>休闲游憩供给</translation>
    </message>
    <message>
        <source>Recreation weights</source>
        <translation>游憩权重</translation>
    </message>
    <message>
        <source>Reference evapotranspiration</source>
        <translation>参考作物蒸散量</translation>
    </message>
    <message>
        <source>Reference evapotranspiration ET0</source>
        <translation>参考蒸散量 ET0</translation>
    </message>
    <message>
        <source>Reference mean: {layer}</source>
        <translation>参照均值：{layer}</translation>
    </message>
    <message>
        <source>Reflectance = value x scale + offset; 0.0000275 for Landsat Collection 2.</source>
        <translation>反射率 = 值 × 比例 + 偏移；Landsat Collection 2 的比例为 0.0000275。</translation>
    </message>
    <message>
        <source>Region field</source>
        <translation>区域字段</translation>
    </message>
    <message>
        <source>Region of tolerable erosion</source>
        <translation>容许土壤流失区</translation>
    </message>
    <message>
        <source>Regions of {given} units for {count} units, or regions without a name.</source>
        <translation>有 {count} 个单元，却给出 {given} 个单元的区域，或区域没有名称。</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relation (Chinese)</source>
        <translation>关系（中文）</translation>
    </message>
    <message>
        <source>Relative gap</source>
        <translation>相对差距</translation>
    </message>
    <message>
        <source>Relative gap to the best possible</source>
        <translation>与可能最优的相对差距</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>地形晕渲</translation>
    </message>
    <message>
        <source>Relief in a window of {window} m</source>
        <translation>计算 {window} 米窗口内的起伏度</translation>
    </message>
    <message>
        <source>Relief window (m)</source>
        <translation>起伏度窗口（m）</translation>
    </message>
    <message>
        <source>Remote-sensing ecological index</source>
        <translation>遥感生态指数</translation>
    </message>
    <message>
        <source>Repaid in equal parts.</source>
        <translation>等额还本。</translation>
    </message>
    <message>
        <source>Repair them with Fix geometries.</source>
        <translation>请使用“修复几何图形”工具修复。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report of the matching types</source>
        <translation>匹配类型报告</translation>
    </message>
    <message>
        <source>Report of the ratios</source>
        <translation>供需比报告</translation>
    </message>
    <message>
        <source>Report of the resilience</source>
        <translation>韧性报告</translation>
    </message>
    <message>
        <source>Report of the zones</source>
        <translation>分区报告</translation>
    </message>
    <message>
        <source>Reports outside every unit</source>
        <translation>不在任何单元内的反馈</translation>
    </message>
    <message>
        <source>Reports without a reply</source>
        <translation>未回复的反馈</translation>
    </message>
    <message>
        <source>Reproject it to a projected system in metres.</source>
        <translation>请重投影到以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Required field</source>
        <translation>必选字段</translation>
    </message>
    <message>
        <source>Resample class rasters with nearest neighbour (Align rasters does).</source>
        <translation>分类栅格应采用最邻近法重采样（“对齐栅格”即如此处理）。</translation>
    </message>
    <message>
        <source>Resilience</source>
        <translation>生态韧性</translation>
    </message>
    <message>
        <source>Resilience by perspective and zone</source>
        <translation>各分区各维度的韧性</translation>
    </message>
    <message>
        <source>Resilience classes</source>
        <translation>韧性等级</translation>
    </message>
    <message>
        <source>Resilience field</source>
        <translation>韧性字段</translation>
    </message>
    <message>
        <source>Resilience from which on a unit is high</source>
        <translation>高韧性的起始值</translation>
    </message>
    <message>
        <source>Resilience index</source>
        <translation>韧性指数</translation>
    </message>
    <message>
        <source>Resilience index, 0 (lowest) to 1 (highest).</source>
        <translation>韧性指数，0（最低）至 1（最高）。</translation>
    </message>
    <message>
        <source>Resilience index, 0 to 1.</source>
        <translation>韧性指数，0至1。</translation>
    </message>
    <message>
        <source>Resilience index, averaged over each unit. Give this or a field.</source>
        <translation>韧性指数，对每个单元求均值。提供此项或字段。</translation>
    </message>
    <message>
        <source>Resilience indicators</source>
        <translation>韧性指标</translation>
    </message>
    <message>
        <source>Resilience is high from {threshold} on: {high} of {units} units.</source>
        <translation>韧性从 {threshold} 起为高：{units} 个单元中有 {high} 个。</translation>
    </message>
    <message>
        <source>Resilience is unknown in {count} of {units} units.</source>
        <translation>{units} 个单元中有 {count} 个韧性未知。</translation>
    </message>
    <message>
        <source>Resilience level</source>
        <translation>韧性水平</translation>
    </message>
    <message>
        <source>Resilience of {count} cells</source>
        <translation>{count} 个像元的韧性</translation>
    </message>
    <message>
        <source>Resilience per perspective</source>
        <translation>各维度韧性</translation>
    </message>
    <message>
        <source>Resilience weights</source>
        <translation>韧性指标权重</translation>
    </message>
    <message>
        <source>Resistance</source>
        <translation>阻力面</translation>
    </message>
    <message>
        <source>Resistance field</source>
        <translation>阻力值字段</translation>
    </message>
    <message>
        <source>Resistance from habitat suitability</source>
        <translation>由生境适宜性计算阻力</translation>
    </message>
    <message>
        <source>Resistance from land cover</source>
        <translation>基于土地覆被的阻力面</translation>
    </message>
    <message>
        <source>Resistance of every cell, above 0, no unit.</source>
        <translation>每个像元的阻力值，大于 0，无单位。</translation>
    </message>
    <message>
        <source>Resistance of every cell, no unit; nodata where the land cover has none.</source>
        <translation>每个像元的阻力值，无单位；土地覆被无数据处为无数据。</translation>
    </message>
    <message>
        <source>Resistance of linear barriers</source>
        <translation>线状障碍阻力值</translation>
    </message>
    <message>
        <source>Resistance of restored land</source>
        <translation>修复后土地的阻力</translation>
    </message>
    <message>
        <source>Resistance of rivers</source>
        <translation>河流的阻力值</translation>
    </message>
    <message>
        <source>Resistance of the second date</source>
        <translation>第二期阻力</translation>
    </message>
    <message>
        <source>Resistance scores</source>
        <translation>阻力赋分</translation>
    </message>
    <message>
        <source>Resistance surface</source>
        <translation>阻力面</translation>
    </message>
    <message>
        <source>Resistance surface from factors</source>
        <translation>多因子综合阻力面</translation>
    </message>
    <message>
        <source>Resistance table</source>
        <translation>阻力值表</translation>
    </message>
    <message>
        <source>Resistance to ground</source>
        <translation>接地电阻</translation>
    </message>
    <message>
        <source>Resistance to ground in each cell, 0 for a direct ground; nodata is none. Or conductance, see below.</source>
        <translation>各像元的接地电阻，0 为直接接地；无数据表示没有接地。也可为电导，见下。</translation>
    </message>
    <message>
        <source>Resistance to movement, above 0 everywhere, no unit, the one the corridors were made from. Nodata cells carry no current.</source>
        <translation>移动阻力，处处大于 0，无单位，应与生成廊道时所用的相同。无数据像元不导电。</translation>
    </message>
    <message>
        <source>Resistance to movement, above 0 everywhere, no unit, the one the links were made from. Nodata cells cannot be crossed.</source>
        <translation>移动阻力，处处大于 0，无单位，即生成连接所用的阻力面。无数据像元不可穿越。</translation>
    </message>
    <message>
        <source>Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.</source>
        <translation>移动阻力，处处大于 0，无量纲。无数据像元不可通行。</translation>
    </message>
    <message>
        <source>Resistance to movement, above 0 everywhere, no unit; or conductance, see below. Nodata cells carry no current.</source>
        <translation>移动阻力，处处大于 0，无单位；也可为电导，见下方选项。无数据像元不导电。</translation>
    </message>
    <message>
        <source>Resistance was corrected by night light; {floored} cells lie at the lower limit and {capped} at the upper one. Mean light per class: {means}.</source>
        <translation>已用夜间灯光修正阻力值；{floored} 个像元取下限，{capped} 个取上限。各类别平均灯光：{means}。</translation>
    </message>
    <message>
        <source>Resistance where suitability is 0, no unit.</source>
        <translation>适宜性为 0 处的阻力值，无单位。</translation>
    </message>
    <message>
        <source>Resistance where suitability is 1, above 0, no unit.</source>
        <translation>适宜性为 1 处的阻力值，大于 0，无单位。</translation>
    </message>
    <message>
        <source>Resolution of the PNG</source>
        <translation>PNG分辨率</translation>
    </message>
    <message>
        <source>Respiration of the soil</source>
        <translation>土壤呼吸</translation>
    </message>
    <message>
        <source>Responsibilities</source>
        <translation>责任分担</translation>
    </message>
    <message>
        <source>Restoration elements by unit</source>
        <translation>各单元的修复要素</translation>
    </message>
    <message>
        <source>Restoration priority</source>
        <translation>修复优先级</translation>
    </message>
    <message>
        <source>Restoration zone</source>
        <translation>修复分区</translation>
    </message>
    <message>
        <source>Restoration zones</source>
        <translation>生态修复分区</translation>
    </message>
    <message>
        <source>Restoration zones (raster)</source>
        <translation>修复分区（栅格）</translation>
    </message>
    <message>
        <source>Restoration zones and strategies</source>
        <translation>生态修复分区与策略</translation>
    </message>
    <message>
        <source>Restoration zones, dissolved</source>
        <translation>生态修复分区（融合）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果项</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results per measure</source>
        <translation>各措施结果</translation>
    </message>
    <message>
        <source>Results per unit need units: choose a layer for {units}.</source>
        <translation>各单元的结果需要单元：请为“{units}”选择图层。</translation>
    </message>
    <message>
        <source>Revenue (10^4 CNY)</source>
        <translation>财政收入（万元）</translation>
    </message>
    <message>
        <source>Revenue field</source>
        <translation>财政收入字段</translation>
    </message>
    <message>
        <source>Richness</source>
        <translation>丰富度</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>Rivers</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>Road break</source>
        <translation>道路断裂点</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Roads, railways or other lines that cut corridors.</source>
        <translation>公路、铁路或其他切断廊道的线状要素。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Roles (Chinese)</source>
        <translation>职责（中文）</translation>
    </message>
    <message>
        <source>Root depth</source>
        <translation>根系深度</translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation>粗糙度</translation>
    </message>
    <message>
        <source>Row of the target</source>
        <translation>目标的行</translation>
    </message>
    <message>
        <source>Row standardised</source>
        <translation>行标准化</translation>
    </message>
    <message>
        <source>Row {row}: a target of change needs a baseline other than 0.</source>
        <translation>第 {row} 行：变化型目标需要不为 0 的基线值。</translation>
    </message>
    <message>
        <source>Row {row}: a target per year needs a value of 0 or more, a baseline above 0 and the years between them.</source>
        <translation>第 {row} 行：按年计的目标需要 0 及以上的数值、大于 0 的基线以及相隔年数。</translation>
    </message>
    <message>
        <source>Row {row}: the direction must be + or -.</source>
        <translation>第 {row} 行：方向必须为 + 或 -。</translation>
    </message>
    <message>
        <source>Row {row}: the target is {target}; it must be above 0.</source>
        <translation>第 {row} 行：目标为 {target}；必须大于 0。</translation>
    </message>
    <message>
        <source>Row {row}: the value {value} is negative; a level is compared as a ratio. Use the kind change with a baseline.</source>
        <translation>第 {row} 行：值 {value} 为负；水平型目标按比值比较。请改用带基线的 change 类型。</translation>
    </message>
    <message>
        <source>Row {row}: {count} of {total} is no share; the total must be above 0 and the count between 0 and it.</source>
        <translation>第 {row} 行：{total} 中的 {count} 不构成比例；总数须大于 0，计数须在 0 与总数之间。</translation>
    </message>
    <message>
        <source>Row {row}: {kind} is no kind of target; write level, change or annual.</source>
        <translation>第 {row} 行：{kind} 不是目标类型；请填写 level、change 或 annual。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows added</source>
        <translation>新增行数</translation>
    </message>
    <message>
        <source>Rows found</source>
        <translation>找到的行数</translation>
    </message>
    <message>
        <source>Rows of the indicator table without a band, not used: {names}.</source>
        <translation>指标表中没有对应波段而未使用的行：{names}。</translation>
    </message>
    <message>
        <source>Rows of the indicator table without a field, not used: {names}.</source>
        <translation>指标表中没有对应字段、未使用的行：{names}。</translation>
    </message>
    <message>
        <source>Rows of the shared store by unit, period, place and version, as a level of government may see them, with statistics.</source>
        <translation>按单元、时期、位置和版本，以某级政府可见的范围，从共享数据库取出行及统计。</translation>
    </message>
    <message>
        <source>Rows replaced or closed</source>
        <translation>替换或关闭的行数</translation>
    </message>
    <message>
        <source>Rows that were there already</source>
        <translation>已存在的行数</translation>
    </message>
    <message>
        <source>Rows to import</source>
        <translation>待导入的行</translation>
    </message>
    <message>
        <source>Rows with a {key} that occurs before; the first is {value}.</source>
        <translation>{key} 与前面重复的行；第一个是 {value}。</translation>
    </message>
    <message>
        <source>Rows with the same value are evaluated together; empty: all rows together.</source>
        <translation>值相同的行一起评估；为空：所有行一起评估。</translation>
    </message>
    <message>
        <source>Rows with their trend</source>
        <translation>各行及其趋势</translation>
    </message>
    <message>
        <source>Rows without a unit code get that of the unit they lie in.</source>
        <translation>没有单元代码的行取其所在单元的代码。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule of the relief window</source>
        <translation>起伏度窗口的规则</translation>
    </message>
    <message>
        <source>Rules: {rules}.</source>
        <translation>规则：{rules}。</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>Run record</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Run records</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>S, D: supply and demand of a service in its own unit (t, t C, m³ a year; m² of opportunity); S_max, D_max: the largest of all units; n: number of services; the ratios have no unit</source>
        <translation>S、D：某项服务的供给量与需求量，采用各自单位（t、t C、m³/年；m² 游憩机会）；S_max、D_max：各单元中的最大值；n：服务项数；各比值无量纲</translation>
    </message>
    <message>
        <source>SHDI, Shannon, evenness, richness, landscape diversity, focal, neighbourhood, land cover</source>
        <translation>香农多样性指数,SHDI,均匀度,丰富度,景观多样性,移动窗口,邻域分析,土地覆被</translation>
    </message>
    <message>
        <source>SI is what the other tools expect; US is 17.02 times smaller.</source>
        <translation>其他工具需要 SI；US 小 17.02 倍。</translation>
    </message>
    <message>
        <source>SI is what the other tools expect; US is 7.59 times larger.</source>
        <translation>其他工具需要 SI；US 大 7.59 倍。</translation>
    </message>
    <message>
        <source>SI: MJ mm/ha/h/yr. US: hundreds of ft t in/acre/h/yr, multiplied by 17.02.</source>
        <translation>SI：MJ mm/ha/h/yr。US：百 ft t in/acre/h/yr，乘以 17.02。</translation>
    </message>
    <message>
        <source>SI: t ha h/ha/MJ/mm. US: t acre h/(100 acre ft t in), multiplied by 0.1317.</source>
        <translation>SI：t ha h/ha/MJ/mm。US：t acre h/(100 acre ft t in)，乘以 0.1317。</translation>
    </message>
    <message>
        <source>Same grid and scale factor as the first.</source>
        <translation>格网和比例系数与第一期相同。</translation>
    </message>
    <message>
        <source>Sample landscape ready</source>
        <translation>示例景观已生成</translation>
    </message>
    <message>
        <source>Sample study area</source>
        <translation>示例研究区</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>砂粒</translation>
    </message>
    <message>
        <source>Sand, silt and clay add up to {low} to {high} % in {count} cells; they must add up to 100. Give percent of weight and mark cells without soil as nodata.</source>
        <translation>{count} 个像元的砂粒、粉粒、黏粒之和为 {low} 至 {high} %；三者之和应为 100。请使用质量百分比，并将无土壤的像元设为无数据。</translation>
    </message>
    <message>
        <source>Sand, silt and clay sum to {total} % instead of 100 %.</source>
        <translation>砂粒、粉粒、黏粒之和为 {total} %，而不是 100 %。</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Satisfaction on a Likert scale with confidence limits, per question and unit, and how far experts agree.</source>
        <translation>按问题和单元统计李克特量表满意度及其置信区间，以及专家意见的一致程度。</translation>
    </message>
    <message>
        <source>Satisfied from</source>
        <translation>满意起点</translation>
    </message>
    <message>
        <source>Satisfied over all questions: {share}.</source>
        <translation>全部问题的满意比例：{share}。</translation>
    </message>
    <message>
        <source>Satisfied share over all questions</source>
        <translation>全部问题的满意比例</translation>
    </message>
    <message>
        <source>Saturated conductivity of the soil</source>
        <translation>土壤饱和导水率</translation>
    </message>
    <message>
        <source>Save the table as CSV UTF-8.</source>
        <translation>请将表另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>Say what the rasters show: give their variable.</source>
        <translation>请说明栅格表示什么：给出其变量。</translation>
    </message>
    <message>
        <source>Scale about 1 : {scale}</source>
        <translation>比例尺约 1 : {scale}</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>比例因子</translation>
    </message>
    <message>
        <source>Scale of the bands</source>
        <translation>波段比例</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Scenic spots, parks, trails: landscape near them counts more.</source>
        <translation>景点、公园、步道：其附近的景观价值更高。</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>赋值</translation>
    </message>
    <message>
        <source>Score raster</source>
        <translation>评分栅格</translation>
    </message>
    <message>
        <source>Score table</source>
        <translation>赋值表</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Scores added up over the links, the largest over the radii.</source>
        <translation>各连接得分之和，取各半径的最大值。</translation>
    </message>
    <message>
        <source>Scores and weights of the resistance are judgements. Corridors, pinch points and barriers follow from them; test other scores before a corridor is fixed.</source>
        <translation>阻力赋分与权重属于判断；廊道、夹点与障碍点均由此得出，确定廊道之前应以其他赋分检验。</translation>
    </message>
    <message>
        <source>Scores indicators against their targets, grades every unit, and names what holds it back.</source>
        <translation>将指标与目标比较打分，对每个单元评级，并指出制约因素。</translation>
    </message>
    <message>
        <source>Scores of the dimensions</source>
        <translation>各维度得分</translation>
    </message>
    <message>
        <source>Scores of the factors</source>
        <translation>各因子赋值</translation>
    </message>
    <message>
        <source>Scores of the groups</source>
        <translation>各组得分</translation>
    </message>
    <message>
        <source>Scores of the resistance factors; empty for the shipped table.</source>
        <translation>阻力因子的赋分；留空则用随附表。</translation>
    </message>
    <message>
        <source>Scores several factors, weighs them, and burns roads, rivers and night light in.</source>
        <translation>对多个因子赋值、加权叠加，并叠入道路、河流和夜间灯光。</translation>
    </message>
    <message>
        <source>Scores, grades, fulfilment and obstacles as a page.</source>
        <translation>以网页给出得分、等级、完成度和障碍度。</translation>
    </message>
    <message>
        <source>Scoring factor {name}</source>
        <translation>正在为因子 {name} 赋值</translation>
    </message>
    <message>
        <source>Seasonality constant Z</source>
        <translation>季节性常数 Z</translation>
    </message>
    <message>
        <source>Second field</source>
        <translation>第二字段</translation>
    </message>
    <message>
        <source>Second minus first date, -1 to 1.</source>
        <translation>第二期减第一期，-1 到 1。</translation>
    </message>
    <message>
        <source>Second minus first date.</source>
        <translation>第二期减第一期。</translation>
    </message>
    <message>
        <source>Security levels</source>
        <translation>安全等级</translation>
    </message>
    <message>
        <source>Security pattern</source>
        <translation>安全格局</translation>
    </message>
    <message>
        <source>Security pattern, priority and funds by unit</source>
        <translation>各单元的安全格局要素、优先次序与资金</translation>
    </message>
    <message>
        <source>Security zones</source>
        <translation>安全分区</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Selecting projects needs scipy 1.9 or newer. Update QGIS or its scipy.</source>
        <translation>项目选择需要 scipy 1.9 或更高版本。请更新 QGIS 或其 scipy。</translation>
    </message>
    <message>
        <source>Semi-synthetic data: part of the layers is generated. For demonstration only; these are not findings about the area.</source>
        <translation>半合成数据：部分图层为生成数据。仅供演示，不代表对该地区的研究结论。</translation>
    </message>
    <message>
        <source>Sen's slope with the Mann-Kendall test, for every cell of a series of rasters or every row of a table.</source>
        <translation>对栅格序列的每个像元或表的每一行计算 Sen 斜率并进行 Mann-Kendall 检验。</translation>
    </message>
    <message>
        <source>Sen's slope, units of the rasters per unit of time.</source>
        <translation>Sen 斜率，单位为栅格单位/时间单位。</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <source>Sensitivity table</source>
        <translation>敏感度表</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Sensor of the second date</source>
        <translation>第二期传感器</translation>
    </message>
    <message>
        <source>Separated by commas, in the order of the rasters. Empty: the layer names after.</source>
        <translation>用逗号分隔，按栅格顺序。为空：后期图层名称。</translation>
    </message>
    <message>
        <source>Series in a table</source>
        <translation>表中的序列</translation>
    </message>
    <message>
        <source>Series of fewer than {count} dates are tested: p is rough there, since the test takes S as normally distributed.</source>
        <translation>检验了少于 {count} 个日期的序列：此时 p 值只是粗略值，因为检验假定 S 服从正态分布。</translation>
    </message>
    <message>
        <source>Series of rasters</source>
        <translation>栅格序列</translation>
    </message>
    <message>
        <source>Series with enough dates</source>
        <translation>时期足够的序列数</translation>
    </message>
    <message>
        <source>Series with fewer values get no trend; 8 is the least that the test is good for.</source>
        <translation>值较少的序列不计算趋势；该检验至少需要 8 个。</translation>
    </message>
    <message>
        <source>Serious imbalance</source>
        <translation>严重失调</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Service names</source>
        <translation>服务名称</translation>
    </message>
    <message>
        <source>Service trade-offs</source>
        <translation>服务权衡</translation>
    </message>
    <message>
        <source>Service {name}</source>
        <translation>服务 {name}</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Services (fields)</source>
        <translation>服务（字段）</translation>
    </message>
    <message>
        <source>Services (rasters)</source>
        <translation>服务（栅格）</translation>
    </message>
    <message>
        <source>Services and prices</source>
        <translation>服务与价格</translation>
    </message>
    <message>
        <source>Services of the compensation with their price; empty for the shipped table.</source>
        <translation>参与补偿的服务及其价格；留空则用随附表。</translation>
    </message>
    <message>
        <source>Services of the table that the units do not have, not used: {names}.</source>
        <translation>表中单元所没有的服务未使用：{names}。</translation>
    </message>
    <message>
        <source>Set these cells to nodata.</source>
        <translation>请将这些像元设为无效值。</translation>
    </message>
    <message>
        <source>Sets of weights drawn for the sensitivity.</source>
        <translation>敏感性分析抽取的权重组数。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings and versions</source>
        <translation>参数设置与版本</translation>
    </message>
    <message>
        <source>Settings of the plan</source>
        <translation>本规划的参数设置</translation>
    </message>
    <message>
        <source>Seven plain classes</source>
        <translation>七个基本类别</translation>
    </message>
    <message>
        <source>Several indicators are called {name}; give each a name of its own.</source>
        <translation>有多个指标名为 {name}；请为每个指标取不同的名称。</translation>
    </message>
    <message>
        <source>Several indicators of importance, urgency, difficulty, benefit and capacity, scaled to 0 to 1 by their direction and weighted; a unit comes the sooner the nearer it lies to the best value of every indicator and the farther from the worst (TOPSIS). Weights are opinions: they are drawn at random as well, which gives the range of every rank.</source>
        <translation>重要性、紧迫性、难度、效益与能力等若干指标，按方向标准化到 0 至 1 并加权；单元离各指标最优值越近、离最差值越远，位次越靠前（TOPSIS）。权重是主观判断，因此同时随机抽取权重，得到每个位次的范围。</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>剧烈</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Shadow price of social capital</source>
        <translation>社会资本的影子价格</translation>
    </message>
    <message>
        <source>Shadow price of the provincial budget</source>
        <translation>省级预算的影子价格</translation>
    </message>
    <message>
        <source>Shannon diversity</source>
        <translation>香农多样性</translation>
    </message>
    <message>
        <source>Shannon diversity, richness and evenness of the classes around every cell.</source>
        <translation>每个像元周围类别的香农多样性、丰富度和均匀度。</translation>
    </message>
    <message>
        <source>Shannon index H, no unit.</source>
        <translation>香农指数 H，无量纲。</translation>
    </message>
    <message>
        <source>Shape c</source>
        <translation>形状参数 c</translation>
    </message>
    <message>
        <source>Shape index</source>
        <translation>形状指数</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>窗口形状</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>Share funded</source>
        <translation>资金落实比例</translation>
    </message>
    <message>
        <source>Share held back</source>
        <translation>涵养比例</translation>
    </message>
    <message>
        <source>Share of a year of revenue that a unit can put into restoration, 0 to 1. 0.005 is illustrative.</source>
        <translation>单元一年财政收入中可投入生态修复的比例，0 到 1。0.005 为示例值。</translation>
    </message>
    <message>
        <source>Share of draws among the first tenth</source>
        <translation>进入前十分之一的抽样比例</translation>
    </message>
    <message>
        <source>Share of nearness to points of interest</source>
        <translation>兴趣点邻近度份额</translation>
    </message>
    <message>
        <source>Share of nearness to water</source>
        <translation>临水性占比</translation>
    </message>
    <message>
        <source>Share of spending that goes on food, above 0 to 1; needed for the capacity by growth.</source>
        <translation>食品支出占总支出的比例，大于 0 至 1；按成长曲线计算支付能力时需要。</translation>
    </message>
    <message>
        <source>Share of the area with a deficit</source>
        <translation>赤字面积比例</translation>
    </message>
    <message>
        <source>Share of the area with a surplus</source>
        <translation>盈余面积比例</translation>
    </message>
    <message>
        <source>Share of the area: impeded {impeded} %, diffuse {diffuse} %, intensified {intensified} %, channelised {channelised} %.</source>
        <translation>面积占比：受阻 {impeded} %，弥散 {diffuse} %，增强 {intensified} %，渠化 {channelised} %。</translation>
    </message>
    <message>
        <source>Share of the cells that became better</source>
        <translation>变好的像元比例</translation>
    </message>
    <message>
        <source>Share of the cells that became worse</source>
        <translation>变差的像元比例</translation>
    </message>
    <message>
        <source>Share of the corridor cells, 0 to 1, that carry too little current for a pinch point. 0.95 keeps the strongest twentieth.</source>
        <translation>廊道像元中电流不足以构成夹点的比例，0 到 1。0.95 表示保留电流最强的二十分之一。</translation>
    </message>
    <message>
        <source>Share of the corridor value</source>
        <translation>廊道值的占比</translation>
    </message>
    <message>
        <source>Share of the gaps that is covered</source>
        <translation>缺口覆盖率</translation>
    </message>
    <message>
        <source>Share of the ground under vegetation, 0 to 1.</source>
        <translation>植被覆盖地面的比例，0 到 1。</translation>
    </message>
    <message>
        <source>Share of the ground, 0 to 1. Empty: from NDVI.</source>
        <translation>地面份额，0 至 1。留空：由 NDVI 计算。</translation>
    </message>
    <message>
        <source>Share of the main land cover</source>
        <translation>主要土地覆被占比</translation>
    </message>
    <message>
        <source>Share of the main zone</source>
        <translation>主要分区的占比</translation>
    </message>
    <message>
        <source>Share of the need of each unit that social capital can bear, 0 to 1. Left empty, the number below.</source>
        <translation>各单元需求中社会资本可承担的比例，0 到 1。留空时采用下方数值。</translation>
    </message>
    <message>
        <source>Share of the need that a unit can borrow. 0.2 is illustrative.</source>
        <translation>单元可借款占需求的比例。0.2 仅为示例。</translation>
    </message>
    <message>
        <source>Share of the need that is funded</source>
        <translation>资金需求落实比例</translation>
    </message>
    <message>
        <source>Share of the need that social capital can bear: only measures that earn something attract it. 0.2 is illustrative.</source>
        <translation>需求中社会资本可承担的比例：只有能产生收益的措施才能吸引社会资本。0.2 为示例值。</translation>
    </message>
    <message>
        <source>Share of the normalised least-cost corridor in the blended priority; the rest is csp_norm.</source>
        <translation>标准化最小成本廊道在综合优先级中的占比，其余为 csp_norm。</translation>
    </message>
    <message>
        <source>Share of the own funds that units have beyond their need that joins the provincial budget, 0 to 1. 0: they stay where they are.</source>
        <translation>各单元超出需求的自有资金并入省级预算的比例，0 至 1。0：留在原处。</translation>
    </message>
    <message>
        <source>Share of the soil volume that holds water plants can use, 0 to 1. Empty: from texture.</source>
        <translation>土壤体积中植物可利用水的份额，0 至 1。留空：由质地计算。</translation>
    </message>
    <message>
        <source>Share of the soil volume, 0 to 1.</source>
        <translation>土壤体积份额，0 至 1。</translation>
    </message>
    <message>
        <source>Share of the standard that follows the cost: 0 only the value, 1 only the cost.</source>
        <translation>标准中依据成本的比例：0 仅按价值，1 仅按成本。</translation>
    </message>
    <message>
        <source>Share of the supply in the level</source>
        <translation>供给在综合水平中的份额</translation>
    </message>
    <message>
        <source>Share of the variance in the first component</source>
        <translation>第一主成分的方差占比</translation>
    </message>
    <message>
        <source>Share of the variance that the principal components must hold, above 0 to 1. 0.85 is usual; the closer to 1, the more equal the weights.</source>
        <translation>主成分须达到的累计方差贡献率，大于 0 至 1。通常取 0.85；越接近 1，权重越趋于相等。</translation>
    </message>
    <message>
        <source>Share of the window that must be known, 0 to 1. Half is usual; a smaller share keeps more of the edge.</source>
        <translation>窗口中必须已知的比例，0 到 1。通常取一半；比例越小，保留的边缘越多。</translation>
    </message>
    <message>
        <source>Share of the windows that save something, 0 to 1, that saves too little for a barrier. 0.9 keeps the strongest tenth.</source>
        <translation>在能节省成本的窗口中，节省过少而不计为障碍的比例，0 到 1。0.9 保留最强的十分之一。</translation>
    </message>
    <message>
        <source>Share of the yield held back</source>
        <translation>产水量中被涵养的比例</translation>
    </message>
    <message>
        <source>Share of what beneficiaries cannot pay that the province takes over, 0 to 1. 0 keeps the fund balanced among the units.</source>
        <translation>受益方无力支付部分由省级承担的比例，0 到 1。0 表示资金池在单元之间平衡。</translation>
    </message>
    <message>
        <source>Share that falls significantly</source>
        <translation>显著下降的比例</translation>
    </message>
    <message>
        <source>Share that makes a unit lie downstream</source>
        <translation>判定下游的比例</translation>
    </message>
    <message>
        <source>Share that rises significantly</source>
        <translation>显著上升的比例</translation>
    </message>
    <message>
        <source>Shared restoration data</source>
        <translation>修复共享数据</translation>
    </message>
    <message>
        <source>Shares of a total need values above 0; all {count} are 0 or unknown.</source>
        <translation>按累积占比分级需要大于 0 的值；全部 {count} 个值为 0 或未知。</translation>
    </message>
    <message>
        <source>Shares of a total need values of 0 or more; {count} are negative, the least is {value}. Set them to 0 or grade this factor by another method.</source>
        <translation>按累积占比分级需要不小于 0 的值；有 {count} 个为负，最小值为 {value}。请将其设为 0，或改用其他分级方法。</translation>
    </message>
    <message>
        <source>Shares of erosivity</source>
        <translation>侵蚀力份额</translation>
    </message>
    <message>
        <source>Shares of priority, difficulty and gap</source>
        <translation>优先度、难度与缺口的比重</translation>
    </message>
    <message>
        <source>Shares of regions</source>
        <translation>区域份额</translation>
    </message>
    <message>
        <source>Shares of the levels</source>
        <translation>各级分担比例</translation>
    </message>
    <message>
        <source>Shares of the threats in the degradation: {shares}.</source>
        <translation>各威胁占退化程度的比例：{shares}。</translation>
    </message>
    <message>
        <source>Shares provincial and social funds among units by priority, with floors and shadow prices.</source>
        <translation>按优先度在各单元间分配省级资金与社会资本，含保底要求与影子价格。</translation>
    </message>
    <message>
        <source>Shares the task of every collaborative unit among province, cities and counties by jurisdiction, damage and benefit.</source>
        <translation>按管辖、损害和受益，将每个协同单元的任务分配给省、市、县。</translation>
    </message>
    <message>
        <source>Sharpens the contrast between ways, as an option of Pinchpoint Mapper does. cost_ratio then makes no sense and is left empty.</source>
        <translation>增强通路之间的对比，与 Pinchpoint Mapper 的选项相同。此时 cost_ratio 没有意义，留空。</translation>
    </message>
    <message>
        <source>Short-circuit regions</source>
        <translation>短路区</translation>
    </message>
    <message>
        <source>Short-circuit regions as raster</source>
        <translation>短路区栅格</translation>
    </message>
    <message>
        <source>Show transitions</source>
        <translation>显示过渡像元</translation>
    </message>
    <message>
        <source>Shows where the food of each administrative unit grows. The harvest that statistics report for a unit is spread over its cells of the yielding classes (cropland by default) in proportion to NDVI, so that the sum of the cells of a unit equals its statistic.

F_x = Y_unit * NDVI_x / (sum of NDVI over the yielding cells of the unit), in tonnes per year and cell. NDVI of 0 and below, or nodata, counts as 0.000001. Other land yields 0.

A unit with a harvest but without a cell of the yielding classes spreads it evenly over all its cells; a warning names it. A unit without a statistic is nodata.

Several kinds of food: a table of products names for each the field of the harvest, the column of the class table that marks its land (food, livestock, aquatic, fruit, or a column of your own), and a factor, such as 1, or kcal or g of protein per tonne to add up unlike foods; the result is then in that unit. Demand has to be in the same unit.</source>
        <translation>显示每个行政单元的食物产自何处。单元的统计产量按 NDVI 比例分配到产出类别（默认耕地）的像元，单元像元之和等于其统计值。

F_x = Y_unit * NDVI_x /（单元产出像元 NDVI 之和），每年每像元吨数。NDVI 为 0 及以下或无数据时计为 0.000001。其他土地产量为 0。

有产量但没有产出类别像元的单元，平均分配到其全部像元，并有警告指出。没有统计值的单元为无数据。

多种食物：产品表为每种产品指明产量字段、类别表中标示其土地的列（food、livestock、aquatic、fruit 或自定义列）和系数，如 1，或每吨的千卡、蛋白质克数，以便把不同食物相加；结果即用该单位。需求须用同一单位。</translation>
    </message>
    <message>
        <source>Shows which ecosystem services rise together (synergy) and which at the cost of each other (trade-off), over a sample of cells or over units.

Correlations: Pearson (linear) and Spearman (ranks), with two-sided p-values of Student's t with n - 2 degrees of freedom. A pair is a synergy or a trade-off by the sign of Spearman's correlation where its p-value is below the significance. Neighbouring cells resemble each other, so that p-values of cells are too small: judge by the size of the correlation, take a smaller sample, or units.

Trade-off strength: services are min-max scaled to 0..1; the strength of a place is the root mean square deviation of its services from their mean, sqrt(sum (x - mean)^2 / (m - 1)). For two services that is the distance to the line on which both are equal, |a - b| / sqrt 2. benefit says which of the two is better served (above 0: the first).

Give rasters, in which case cells are drawn, or their means per unit are taken if you give units and choose them; or units with fields.

Source: Bradford &amp; D'Amato 2012, Frontiers in Ecology and the Environment, doi:10.1890/110031</source>
        <translation>在像元样本或单元上，说明哪些生态系统服务同时增加（协同），哪些此消彼长（权衡）。

相关系数：Pearson（线性）和 Spearman（秩），附自由度为 n - 2 的 t 分布双侧 p 值。Spearman 的 p 值低于显著性水平时，按其正负判定为协同或权衡。相邻像元彼此相似，像元的 p 值偏小：应看相关系数的大小，或减少样本，或采用单元。

权衡强度：各服务按极差标准化到 0 至 1；一个地点的强度为其各服务对均值的均方根偏差 √(Σ(x - 均值)² /（m - 1））。两项服务时即到二者相等线的距离 |a - b| / √2。benefit 说明哪一项更受益（大于 0：前者）。

提供栅格时抽取像元，若提供单元并选择 unit，则取各单元的均值；也可提供含字段的单元。

来源：Bradford &amp; D'Amato 2012，Frontiers in Ecology and the Environment，doi:10.1890/110031</translation>
    </message>
    <message>
        <source>Shrub</source>
        <translation>灌木</translation>
    </message>
    <message>
        <source>Side of a cell in metres, 10 to 1000. 100 m shows valleys and towns and still computes within minutes.</source>
        <translation>像元边长（米），10 至 1000。100 米既能表现河谷和城镇，又可在数分钟内完成计算。</translation>
    </message>
    <message>
        <source>Side of a cell, used without a template; default: that of the first raster.</source>
        <translation>像元边长，未给模板时使用；默认为第一个栅格的像元大小。</translation>
    </message>
    <message>
        <source>Side of the square of cells that share one window; odd, an even number is raised by one. 1 is exact and slow. Empty: about a tenth of the radius.</source>
        <translation>共用一个窗口的方形像元块的边长；为奇数，偶数会加一。1 最精确但较慢。留空：约为半径的十分之一。</translation>
    </message>
    <message>
        <source>Side of the square or diameter of the circle.</source>
        <translation>正方形边长或圆的直径。</translation>
    </message>
    <message>
        <source>Side of the square window in which the share of built-up land is taken; the nearest odd number of cells.</source>
        <translation>计算建设用地占比的方形窗口边长；取最接近的奇数个像元。</translation>
    </message>
    <message>
        <source>Side of the square window of diversity, elasticity, intensity and road density. 3 to 5 km is usual; the nearest odd number of cells is taken.</source>
        <translation>计算多样性、弹性度、土地利用程度和道路密度的正方形窗口边长。通常取 3 至 5 km；取最接近的奇数个像元。</translation>
    </message>
    <message>
        <source>Side of the square window of relief and fragmentation; the nearest odd number of cells, at least three.</source>
        <translation>起伏度与破碎度所用正方形窗口的边长；取最接近的奇数个像元，至少三个。</translation>
    </message>
    <message>
        <source>Side of the square window of relief; the nearest odd number of cells, at least three.</source>
        <translation>计算起伏度的正方形窗口边长；取最接近的奇数个像元，至少三个。</translation>
    </message>
    <message>
        <source>Significance</source>
        <translation>显著性水平</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>显著性水平</translation>
    </message>
    <message>
        <source>Silt</source>
        <translation>粉粒</translation>
    </message>
    <message>
        <source>Silt is above 70 % in {count} cells, where the nomograph does not hold. Use the EPIC model there.</source>
        <translation>{count} 个像元粉粒超过 70 %，诺谟图不适用。请在那里用 EPIC 模型。</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Six numbers in the order of the bands, for another sensor; empty: those of the sensor.</source>
        <translation>六个数，按波段次序，用于其他传感器；留空则用所选传感器的系数。</translation>
    </message>
    <message>
        <source>Skills of {rows} units and {columns} teams, but {units} units and {teams} teams.</source>
        <translation>技能表为 {rows} 个单元和 {columns} 个团队，而实际有 {units} 个单元和 {teams} 个团队。</translation>
    </message>
    <message>
        <source>Slight</source>
        <translation>微度</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <source>Slope factors of {count} cells</source>
        <translation>计算 {count} 个像元的坡长坡度因子</translation>
    </message>
    <message>
        <source>Slope field</source>
        <translation>坡度字段</translation>
    </message>
    <message>
        <source>Slope length and steepness factor, no unit.</source>
        <translation>坡长坡度因子，无量纲。</translation>
    </message>
    <message>
        <source>Slope length and steepness factors</source>
        <translation>坡长坡度因子</translation>
    </message>
    <message>
        <source>Slope length factor L</source>
        <translation>坡长因子 L</translation>
    </message>
    <message>
        <source>Slope length from</source>
        <translation>坡长来源</translation>
    </message>
    <message>
        <source>Slope lengths beyond it count as this long; 300 m is usual in China, 122 m in RUSLE.</source>
        <translation>超过该值的坡长按该值计；中国通常取 300 米，RUSLE 取 122 米。</translation>
    </message>
    <message>
        <source>Slope steepness factor S</source>
        <translation>坡度因子 S</translation>
    </message>
    <message>
        <source>Slope used</source>
        <translation>所用坡度</translation>
    </message>
    <message>
        <source>Slope, aspect, relief, roughness, fragmentation, flow length, contributing area and LS.</source>
        <translation>坡度、坡向、起伏度、粗糙度、破碎度、水流长度、汇水面积和 LS 因子。</translation>
    </message>
    <message>
        <source>Smaller patches are not sources.</source>
        <translation>小于此面积的斑块不作为源地。</translation>
    </message>
    <message>
        <source>Smaller patches of the zone raster join the neighbour with the longest common border. 100 ha = 1 km2; 0 keeps all.</source>
        <translation>分区栅格中更小的斑块并入公共边界最长的相邻斑块。100 公顷 = 1 km2；0 表示全部保留。</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Smallest barrier (cells)</source>
        <translation>最小障碍点（像元数）</translation>
    </message>
    <message>
        <source>Smallest corridor priority kept</source>
        <translation>保留的最小廊道优先级</translation>
    </message>
    <message>
        <source>Smallest difference in climate</source>
        <translation>最小气候差异</translation>
    </message>
    <message>
        <source>Smallest distance (m)</source>
        <translation>最小距离（m）</translation>
    </message>
    <message>
        <source>Smallest least-cost distance</source>
        <translation>最小成本距离下限</translation>
    </message>
    <message>
        <source>Smallest normalised least-cost corridor value over all links, metres; nodata beyond the cutoff.</source>
        <translation>所有连接的标准化最小成本廊道的最小值，单位为米；截断值以外为无数据。</translation>
    </message>
    <message>
        <source>Smallest normalised least-cost corridor value over all links, resistance x metres; nodata beyond the cutoff.</source>
        <translation>所有连接的归一化最小成本廊道的最小值，阻力 x 米；超过截断值处为无数据。</translation>
    </message>
    <message>
        <source>Smallest piece (ha)</source>
        <translation>最小碎块（公顷）</translation>
    </message>
    <message>
        <source>Smallest pinch point (cells)</source>
        <translation>最小夹点（像元数）</translation>
    </message>
    <message>
        <source>Smallest radius (m)</source>
        <translation>最小半径（米）</translation>
    </message>
    <message>
        <source>Smallest resistance</source>
        <translation>最小阻力值</translation>
    </message>
    <message>
        <source>Smallest resistance that the night-light correction may give; above 0. 1 is the lowest score of the shipped table.</source>
        <translation>夜间灯光修正所能给出的最小阻力值，大于 0。1 为随附表中的最低赋值。</translation>
    </message>
    <message>
        <source>Smallest scaled value. 0.01 keeps the unit with the least supply from counting as not coupled at all.</source>
        <translation>标准化值的最小值。0.01 可避免供给最小的单元被视为完全不耦合。</translation>
    </message>
    <message>
        <source>Smallest source (ha)</source>
        <translation>源地最小面积（ha）</translation>
    </message>
    <message>
        <source>Smallest straight distance (m)</source>
        <translation>最小直线距离（m）</translation>
    </message>
    <message>
        <source>Smooth lines</source>
        <translation>平滑线</translation>
    </message>
    <message>
        <source>Snow and ice</source>
        <translation>冰雪</translation>
    </message>
    <message>
        <source>So many barriers become elements.</source>
        <translation>取此数目的障碍点作为要素。</translation>
    </message>
    <message>
        <source>So many barriers, the first by rank, become elements: what a plan can lead. The others stay part of what they lie in.</source>
        <translation>按位次取前若干个障碍点作为要素，即规划能够牵头的数量；其余仍属于所在的要素。</translation>
    </message>
    <message>
        <source>So many of the largest cores and of the largest corridors are led by the province wherever they lie; 0 for none.</source>
        <translation>面积最大的若干核心斑块与若干廊道无论位于何处均由省级牵头；0 表示不设。</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>社会</translation>
    </message>
    <message>
        <source>Social capital</source>
        <translation>社会资本</translation>
    </message>
    <message>
        <source>Social capital (10,000 CNY)</source>
        <translation>社会资本（万元）</translation>
    </message>
    <message>
        <source>Social capital that can be won (10^4 CNY), for example by public-private partnership.</source>
        <translation>可吸引的社会资本（万元），例如通过政府和社会资本合作（PPP）。</translation>
    </message>
    <message>
        <source>Social share</source>
        <translation>社会资本占比</translation>
    </message>
    <message>
        <source>Social share field</source>
        <translation>社会资本占比字段</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Soil</source>
        <translation>土壤</translation>
    </message>
    <message>
        <source>Soil conservation</source>
        <translation>土壤保持</translation>
    </message>
    <message>
        <source>Soil conservation demand</source>
        <translation>土壤保持需求</translation>
    </message>
    <message>
        <source>Soil depth</source>
        <translation>土壤深度</translation>
    </message>
    <message>
        <source>Soil erodibility</source>
        <translation>土壤可蚀性</translation>
    </message>
    <message>
        <source>Soil erodibility K</source>
        <translation>土壤可蚀性 K</translation>
    </message>
    <message>
        <source>Soil erodibility averages {mean}; in SI units soils lie below 0.1. If the raster is in US units, choose US as its unit: it is then multiplied by 0.1317.</source>
        <translation>土壤可蚀性平均为 {mean}；SI 单位下土壤低于 0.1。若栅格为美制单位，请把单位选为 US：将乘以 0.1317。</translation>
    </message>
    <message>
        <source>Soil erodibility of {count} cells</source>
        <translation>计算 {count} 个像元的土壤可蚀性</translation>
    </message>
    <message>
        <source>Soil erosion</source>
        <translation>土壤侵蚀</translation>
    </message>
    <message>
        <source>Soil erosion (t/yr)</source>
        <translation>土壤侵蚀量 (t/yr)</translation>
    </message>
    <message>
        <source>Soil erosion after</source>
        <translation>治理后土壤侵蚀</translation>
    </message>
    <message>
        <source>Soil erosion before</source>
        <translation>治理前土壤侵蚀</translation>
    </message>
    <message>
        <source>Soil kept in place, tonnes per year and cell.</source>
        <translation>保持的土壤，吨/年/像元。</translation>
    </message>
    <message>
        <source>Soil loss of {count} cells</source>
        <translation>计算 {count} 个像元的土壤流失</translation>
    </message>
    <message>
        <source>Soil organic carbon</source>
        <translation>土壤有机碳</translation>
    </message>
    <message>
        <source>Soil organic matter</source>
        <translation>土壤有机质</translation>
    </message>
    <message>
        <source>Soil that cover and measures hold back by CSLE or RUSLE, t/yr per cell, and the actual erosion.</source>
        <translation>植被和措施按 CSLE 或 RUSLE 保持的土壤，每像元 t/yr，以及实际侵蚀。</translation>
    </message>
    <message>
        <source>Soil that still erodes, all of it or beyond a tolerance, t/yr per cell.</source>
        <translation>仍在流失的土壤（全部或超过容许量的部分），吨/年/像元。</translation>
    </message>
    <message>
        <source>Solved after all</source>
        <translation>最终已求解</translation>
    </message>
    <message>
        <source>Solved; at worst a share of {residual} of the current is missing at the cells.</source>
        <translation>已求解；像元处缺失的电流最多占 {residual}。</translation>
    </message>
    <message>
        <source>Solves the resistance surface as one electrical circuit with sources of any strength and grounds of any resistance. Use it where movement has a direction, or an end that is no source: animals that leave breeding areas and settle in, or die in, others; flow from habitat to the border of the study area; sources weighted by population.

Sources feed ampere into their cells, negative ones take it out. A ground is a way out: direct (0 resistance, held at 0 V) or through a resistance, so that only a part of the current leaves there and the rest goes on, which stands for mortality or settlement. Several sources of one cell or region add up, and so do the conductances of its grounds.

Kirchhoff's law holds at every cell: what enters leaves. Current of a cell = what flows in or out, whichever is more, in ampere; voltage in volt = ampere x cell units of resistance. A part of the raster that has sources but no ground carries current only if its sources add up to 0; otherwise it stays dark and a warning counts it.

Cells with a source and a ground: keepall keeps both (at a direct ground the current then drains at once), rmvsrc drops the source, rmvgnd the ground, rmvall both. The option Circuitscape's conflicts does what that program does instead: rmvgnd leaves finite grounds, rmvall removes sources only, a direct ground under a positive source goes, and parts whose sources add up to 0 carry nothing.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Doyle and Snell 1984, Random walks and electric networks</source>
        <translation>将阻力面作为一个电路求解，源的强度和接地的电阻均可任意给定。适用于移动有方向、或终点不是源地的情形：动物离开繁殖区后在别处定居或死亡；由生境流向研究区边界；按种群数量加权的源。

源向其像元注入电流（安培），负值则取出。接地是出口：可直接接地（电阻为 0，保持 0 V），也可经由电阻接地，此时只有一部分电流在该处流出，其余继续前行，用以表示死亡或定居。同一像元或区域的多个源相加，其接地的电导也相加。

每个像元都满足基尔霍夫定律：流入等于流出。像元电流 = 流入与流出中的较大者，安培；电压（伏）= 安培 × 像元单位的电阻。有源而无接地的部分，只有当其源之和为 0 时才有电流；否则没有电流，并在警告中计数。

同时有源与接地的像元：keepall 两者都保留（若为直接接地，电流立即流走），rmvsrc 去掉源，rmvgnd 去掉接地，rmvall 两者都去掉。选项“按 Circuitscape 处理冲突”则照该程序的做法：rmvgnd 保留有限电阻的接地，rmvall 只去掉源，正源之下的直接接地被去掉，源之和为 0 的部分没有电流。

来源：McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; Doyle and Snell 1984, Random walks and electric networks</translation>
    </message>
    <message>
        <source>Solving the circuit: {nodes} nodes, {sources} sources</source>
        <translation>求解电路：{nodes} 个节点，{sources} 个源地</translation>
    </message>
    <message>
        <source>Solving {count} corridors</source>
        <translation>求解 {count} 条廊道</translation>
    </message>
    <message>
        <source>Solving {count} sources one by one</source>
        <translation>逐个求解 {count} 个源地</translation>
    </message>
    <message>
        <source>Solving {pairs} pairs one by one</source>
        <translation>逐对求解 {pairs} 对源地</translation>
    </message>
    <message>
        <source>Source and ground in one cell</source>
        <translation>同一像元既有源又有接地时</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>源地编号</translation>
    </message>
    <message>
        <source>Source of the target</source>
        <translation>目标来源</translation>
    </message>
    <message>
        <source>Source patches</source>
        <translation>生态源地斑块</translation>
    </message>
    <message>
        <source>Source patches after</source>
        <translation>后期源地斑块</translation>
    </message>
    <message>
        <source>Source patches before</source>
        <translation>前期源地斑块</translation>
    </message>
    <message>
        <source>Source patches.</source>
        <translation>源地斑块。</translation>
    </message>
    <message>
        <source>Source patches; their area is summed.</source>
        <translation>源地斑块，面积将被汇总。</translation>
    </message>
    <message>
        <source>Source strength</source>
        <translation>源强度</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>源地</translation>
    </message>
    <message>
        <source>Sources (ha)</source>
        <translation>源地（ha）</translation>
    </message>
    <message>
        <source>Sources and targets are compared by "within" or "equal", not by "{comparison}".</source>
        <translation>源与目标按 "within" 或 "equal" 比较，而不是 "{comparison}"。</translation>
    </message>
    <message>
        <source>Sources and units are drawn generalised.</source>
        <translation>源地与协同单元轮廓经制图综合。</translation>
    </message>
    <message>
        <source>Sources are linked when their climates differ by more than this, in the unit of the climate raster. 1 degree as in Linkage Mapper.</source>
        <translation>气候差异大于此值的源地予以连接，单位同气候栅格。1 度与 Linkage Mapper 一致。</translation>
    </message>
    <message>
        <source>Sources as raster</source>
        <translation>源地栅格</translation>
    </message>
    <message>
        <source>Sources at grounds: {policy} is none of {known}.</source>
        <translation>源与接地冲突：{policy} 不属于 {known}。</translation>
    </message>
    <message>
        <source>Sources by value</source>
        <translation>源地价值分级</translation>
    </message>
    <message>
        <source>Sources crossed on the way</source>
        <translation>途经源地数</translation>
    </message>
    <message>
        <source>Sources on the way</source>
        <translation>途经源地</translation>
    </message>
    <message>
        <source>Sources that carry current</source>
        <translation>有电流的源地</translation>
    </message>
    <message>
        <source>Sources whose edges lie further apart are not linked. Empty: no limit.</source>
        <translation>边缘距离大于此值的源地不连接。留空表示不限制。</translation>
    </message>
    <message>
        <source>Sources whose edges lie nearer are not linked.</source>
        <translation>边缘距离小于此值的源地不连接。</translation>
    </message>
    <message>
        <source>Sources with centrality</source>
        <translation>源地中心性</translation>
    </message>
    <message>
        <source>Sources without partner</source>
        <translation>没有伙伴的源地</translation>
    </message>
    <message>
        <source>Sources, the network of corridors between them, and which corridors come first: resistance from weighted factors, sources from habitat, corridors, gravity model, network indices and linkage priority.</source>
        <translation>源地、源地间的廊道网络及其先后：由加权因子得到阻力面，由生境得到源地，以及廊道、重力模型、网络指数与连接优先级。</translation>
    </message>
    <message>
        <source>Spacing of the cells compared (m)</source>
        <translation>比较像元的间距（米）</translation>
    </message>
    <message>
        <source>Spacing of the places (m)</source>
        <translation>位置间距（m）</translation>
    </message>
    <message>
        <source>Spatial clusters</source>
        <translation>空间聚类</translation>
    </message>
    <message>
        <source>Spearman's correlation, a row and a column per service.</source>
        <translation>Spearman 相关系数，每项服务一行一列。</translation>
    </message>
    <message>
        <source>Species after</source>
        <translation>后期物种</translation>
    </message>
    <message>
        <source>Species before</source>
        <translation>前期物种</translation>
    </message>
    <message>
        <source>Species field</source>
        <translation>物种字段</translation>
    </message>
    <message>
        <source>Species: {gained} found only after ({list_gained}), {lost} only before ({list_lost}).</source>
        <translation>物种：仅后期发现 {gained} 种（{list_gained}），仅前期发现 {lost} 种（{list_lost}）。</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Spent funds</source>
        <translation>已支出资金</translation>
    </message>
    <message>
        <source>Spread of the weights</source>
        <translation>权重扰动幅度</translation>
    </message>
    <message>
        <source>Square the resistances</source>
        <translation>阻力取平方</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>标准差倍数</translation>
    </message>
    <message>
        <source>Standard of the balance. 14.1 m2 is that of Chinese cities in 2018.</source>
        <translation>盈亏的标准。14.1 m2 为 2018 年中国城市值。</translation>
    </message>
    <message>
        <source>Standard scores of the summed, normalised supply and demand over all units give four types; a unit close to an axis may change its type with the study area.</source>
        <translation>对各单元归一化后的供给总量与需求总量求标准分数，划分为四种类型；靠近坐标轴的单元，其类型可能随研究区范围而变化。</translation>
    </message>
    <message>
        <source>Standard that every person should have. 14.1 m2 is that of Chinese cities in 2018.</source>
        <translation>人均应有标准。14.1 平方米为 2018 年中国城市水平。</translation>
    </message>
    <message>
        <source>Start of the random draw; the same seed draws the same cells.</source>
        <translation>随机抽样的起点；种子相同则抽取的像元相同。</translation>
    </message>
    <message>
        <source>Start of the random draws; the same seed gives the same p-values.</source>
        <translation>随机抽样的起点；种子相同则 p 值相同。</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Statistics need the administrative units and their field.</source>
        <translation>统计值需要行政单元及其字段。</translation>
    </message>
    <message>
        <source>Statistics of units</source>
        <translation>单元统计</translation>
    </message>
    <message>
        <source>Statistics of zones</source>
        <translation>分区统计</translation>
    </message>
    <message>
        <source>Statistics of {count} cells</source>
        <translation>{count} 个像元的统计</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steepness in degrees.</source>
        <translation>坡度，单位度。</translation>
    </message>
    <message>
        <source>Step of the radius (m)</source>
        <translation>半径步长（米）</translation>
    </message>
    <message>
        <source>Stepping stone {step} of {count}: {candidates} candidates</source>
        <translation>第 {step} 个踏脚石（共 {count} 个）：{candidates} 个候选</translation>
    </message>
    <message>
        <source>Stepping stones</source>
        <translation>踏脚石</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps of the area curve</source>
        <translation>面积曲线段数</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>尚未落实</translation>
    </message>
    <message>
        <source>Storage is a stock; give the horizon in years that turns it into an annual flow.</source>
        <translation>储量是存量；请给出把它变为年流量的期限（年）。</translation>
    </message>
    <message>
        <source>Storage per year of the horizon</source>
        <translation>按期限折算的年储量</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Store the codes as whole numbers, one row per class.</source>
        <translation>请将代码存为整数，每个类别一行。</translation>
    </message>
    <message>
        <source>Straight distance (km)</source>
        <translation>直线距离（千米）</translation>
    </message>
    <message>
        <source>Straight distance (m)</source>
        <translation>直线距离（米）</translation>
    </message>
    <message>
        <source>Strategic nodes of the network: pinch points, barriers, corridor crossings and breaks by roads, as points.</source>
        <translation>以点表示的网络战略节点：夹点、障碍点、廊道交叉点和道路断裂点。</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>修复策略</translation>
    </message>
    <message>
        <source>Strategy (Chinese)</source>
        <translation>修复策略（中文）</translation>
    </message>
    <message>
        <source>Strength among all services, scaled over all cells; 0 where all are equally served.</source>
        <translation>全部服务之间的强度，按全部像元标准化；各服务水平相等处为 0。</translation>
    </message>
    <message>
        <source>Strength of the source</source>
        <translation>源地强度</translation>
    </message>
    <message>
        <source>Strengths are given for {count} ids that no source has: {ids}.</source>
        <translation>有 {count} 个编号给出了强度，但没有对应的源地：{ids}。</translation>
    </message>
    <message>
        <source>Strengths count in the modes one-to-all and all-to-one; in pairwise mode every pair has 1 A.</source>
        <translation>强度仅用于 one-to-all 与 all-to-one 模式；成对模式下每对均为 1 A。</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强烈</translation>
    </message>
    <message>
        <source>Structure class</source>
        <translation>结构等级</translation>
    </message>
    <message>
        <source>Structure of an ecological network: alpha, beta, gamma, cost ratio; centrality of its parts.</source>
        <translation>生态网络结构：α、β、γ 指数和成本比；各组成部分的中心性。</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>研究区</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sum of all units</source>
        <translation>全部单元合计</translation>
    </message>
    <message>
        <source>Sum of the currents of all windows, ampere.</source>
        <translation>所有窗口电流之和，安培。</translation>
    </message>
    <message>
        <source>Sum of the gaps</source>
        <translation>缺口合计</translation>
    </message>
    <message>
        <source>Sum of the needs</source>
        <translation>资金需求合计</translation>
    </message>
    <message>
        <source>Sum over all runs of the current, ampere.</source>
        <translation>所有运行的电流之和，安培。</translation>
    </message>
    <message>
        <source>Summarises answers on a Likert scale, such as 1 (very dissatisfied) to 5 (very satisfied): number, mean, the share that is satisfied (4 and 5 of 5), and the Wilson limits of that share, which hold for few answers and for shares near 0 and 1. Weights, such as the people an answer stands for, enter the mean, the share and the limits; the limits then use the effective number of answers, (sum w)^2 / sum w^2.

Fewer than 30 effective answers are marked: their limits are wide, and a change between two dates within them is no change.

Expert scores: one row per expert and one field per item. Kendall's W says how far the experts rank the items alike, from 0 to 1, with its probability under chance; items on which scores vary by more than a quarter of their mean are worth another round.

Source: Wilson 1927, doi:10.1080/01621459.1927.10502953; Kendall &amp; Babington Smith 1939, doi:10.1214/aoms/1177732186.</source>
        <translation>汇总李克特量表的答案，如 1（非常不满意）到 5（非常满意）：数量、均值、满意比例（5 级中的 4 和 5），以及该比例的 Wilson 置信限，答案少或比例接近 0、1 时依然成立。权重（如一份答案代表的人数）计入均值、比例和置信限；置信限使用有效答案数 (sum w)^2 / sum w^2。

有效答案少于 30 份者加以标记：其置信区间很宽，落在区间内的两期差异不算变化。

专家评分：每位专家一行，每个项目一个字段。Kendall 的 W 说明专家对项目排序的一致程度，0 到 1，并给出随机情况下的概率；评分差异超过均值四分之一的项目值得再议一轮。

来源：Wilson 1927, doi:10.1080/01621459.1927.10502953；Kendall &amp; Babington Smith 1939, doi:10.1214/aoms/1177732186。</translation>
    </message>
    <message>
        <source>Summarises feedback of the public by unit, topic and status, with the share and the time of replies.</source>
        <translation>按单元、主题和状态汇总公众反馈，以及回复比例和回复时间。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summary per administrative unit</source>
        <translation>行政单元汇总</translation>
    </message>
    <message>
        <source>Summing the currents of {pairs} pairs</source>
        <translation>正在累加 {pairs} 对源地的电流</translation>
    </message>
    <message>
        <source>Sums per unit of {count} cells</source>
        <translation>按单元汇总 {count} 个像元</translation>
    </message>
    <message>
        <source>Sums supply and demand of every service over each unit and compares them. A ratio above 0 is a surplus, 0 a balance, below 0 a deficit.

Ecosystem-service supply-demand ratio of a service: ESDR = (S - D) / ((S max + D max) / 2), where S and D are the unit's totals and the maxima are taken over all units. Comprehensive ratio: CESDR = weighted mean of the ESDR of all services. Supply and demand of a service must be in the same unit, an amount per cell and year, as the supply and demand tools write them. A stock (carbon stored) must not be compared with an annual flow (emissions).

The class limits are a symmetric, editable proposal; published studies do not agree on limits. A ratio on a limit belongs to the class below it, and the first and last class are open outwards. The maxima depend on extremes: one outlier compresses all other ratios. A unit with at least three times the 95th percentile is named in the log; the cap cuts supply and demand to a percentile over the units first, and the log says to what and how many.

Instead of given limits the classes can follow the data: zero_locked finds natural breaks of the deficits and of the surpluses apart, so that no class holds both.

The optional raster holds CESDR per cell, with the maxima over all cells; it is on another scale than the ratios of the units.

Source: Li et al. 2016, Ecological Indicators 60; Meng et al. 2023, doi:10.12357/cjea.20230010</source>
        <translation>汇总每个单元内各项服务的供给和需求并进行比较。比值大于 0 为盈余，等于 0 为平衡，小于 0 为赤字。

单项生态系统服务供需比：ESDR =（S - D）/（（Smax + Dmax）/ 2），S 和 D 为单元的总量，最大值取自全部单元。综合供需比：CESDR = 各服务 ESDR 的加权平均。同一服务的供给与需求须采用相同单位，即各供给和需求工具输出的每像元每年数量。存量（碳储量）不得与年流量（排放量）比较。

分级界限为对称且可编辑的建议值，已发表研究的界限并不一致。等于界限的比值归入较低一级，最低级和最高级向外开放。最大值受极值影响：一个异常值会压缩其他所有比值。不低于第 95 百分位 3 倍的单元会列于日志；上限先将供给和需求截断到单元间的某一百分位，日志说明截断值和个数。

分级界限也可由数据得出：zero_locked 分别求赤字和盈余的自然断点，使任何一级都不同时含有二者。

可选栅格给出逐像元的 CESDR，其最大值取自全部像元，因此与单元比值的尺度不同。

来源：Li et al. 2016，Ecological Indicators 60；Meng et al. 2023，doi:10.12357/cjea.20230010</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>供给</translation>
    </message>
    <message>
        <source>Supply (raster)</source>
        <translation>供给（栅格）</translation>
    </message>
    <message>
        <source>Supply (rasters)</source>
        <translation>供给（栅格）</translation>
    </message>
    <message>
        <source>Supply (z-score)</source>
        <translation>供给（z值）</translation>
    </message>
    <message>
        <source>Supply and demand above this percentile count as the percentile, so that an outlier does not compress all ratios. Empty: no cap, the plain definition.</source>
        <translation>高于该百分位的供给和需求按该百分位计，以免异常值压缩所有比值。留空：不设上限，即原始定义。</translation>
    </message>
    <message>
        <source>Supply and demand are estimates of models for one year from the inputs above, not measured flows.</source>
        <translation>供给量与需求量是依据上述输入由模型估算的某一年份的结果，并非实测流量。</translation>
    </message>
    <message>
        <source>Supply and demand by unit</source>
        <translation>各单元的供给与需求</translation>
    </message>
    <message>
        <source>Supply and demand of each service, whole area</source>
        <translation>全区各项服务的供给与需求</translation>
    </message>
    <message>
        <source>Supply and demand of ecosystem services</source>
        <translation>生态系统服务供需</translation>
    </message>
    <message>
        <source>Supply and demand of five ecosystem services, supply-demand ratio and matching types, resilience from 15 indicators, restoration zones with strategies. After Meng et al. 2023.</source>
        <translation>五项生态系统服务的供给与需求、供需比与匹配类型，由 15 个指标得到的韧性，含策略的修复分区。依据 Meng et al. 2023。</translation>
    </message>
    <message>
        <source>Supply and demand of services</source>
        <translation>生态系统服务供给与需求</translation>
    </message>
    <message>
        <source>Supply and demand rasters go together: give both.</source>
        <translation>供给和需求栅格须同时提供。</translation>
    </message>
    <message>
        <source>Supply has {supply} values but demand has {demand}; give both for the same places.</source>
        <translation>供给有 {supply} 个值，而需求有 {demand} 个值；请为相同的地点提供二者。</translation>
    </message>
    <message>
        <source>Supply index</source>
        <translation>供给指数</translation>
    </message>
    <message>
        <source>Supply less demand</source>
        <translation>供需差额</translation>
    </message>
    <message>
        <source>Supply per cell, for a raster of the degree.</source>
        <translation>每像元供给，用于生成协调度栅格。</translation>
    </message>
    <message>
        <source>Supply, scaled</source>
        <translation>供给（标准化）</translation>
    </message>
    <message>
        <source>Supply-demand class</source>
        <translation>供需等级</translation>
    </message>
    <message>
        <source>Supply-demand class (Chinese)</source>
        <translation>供需等级（中文）</translation>
    </message>
    <message>
        <source>Supply-demand classes</source>
        <translation>供需等级</translation>
    </message>
    <message>
        <source>Supply-demand matching</source>
        <translation>供需匹配</translation>
    </message>
    <message>
        <source>Supply-demand ratio</source>
        <translation>供需比</translation>
    </message>
    <message>
        <source>Supply-demand ratio (CESDR)</source>
        <translation>综合供需比（CESDR）</translation>
    </message>
    <message>
        <source>Supply-demand ratio of units</source>
        <translation>单元供需比</translation>
    </message>
    <message>
        <source>Supply-demand zoning (supply_demand_zoning)</source>
        <translation>供需分区（supply_demand_zoning）</translation>
    </message>
    <message>
        <source>Surface fragmentation</source>
        <translation>地表破碎度</translation>
    </message>
    <message>
        <source>Surface reflectance: one raster with six bands or six rasters in the order blue, green, red, NIR, SWIR1, SWIR2.</source>
        <translation>地表反射率：一个六波段栅格，或按蓝、绿、红、近红外、短波红外 1、短波红外 2 次序的六个栅格。</translation>
    </message>
    <message>
        <source>Surplus or deficit of each ecosystem service and of all together (ESDR, CESDR), per unit and cell.</source>
        <translation>按单元和像元计算各项生态系统服务及其总体的盈余或赤字（ESDR、CESDR）。</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>问卷调查</translation>
    </message>
    <message>
        <source>Synthetic data: an invented area for testing and training. Nothing here describes a real place.</source>
        <translation>合成数据：虚构区域，仅供测试与培训，不反映任何真实地区。</translation>
    </message>
    <message>
        <source>Table of indicators</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>Table of measures</source>
        <translation>措施表</translation>
    </message>
    <message>
        <source>Table of strengths</source>
        <translation>强度表</translation>
    </message>
    <message>
        <source>Table with area_ha (sown area), price (per kg) and yield (kg/ha), a row per crop; gives the value of the standard equivalent.</source>
        <translation>含 area_ha（播种面积）、price（每 kg 价格）和 yield (kg/ha) 的表，每种作物一行；给出标准当量价值。</translation>
    </message>
    <message>
        <source>Table with code (or lucode), c_above, c_below, c_soil and c_dead in t C/ha, as in InVEST. Empty: the shipped illustrative table for land-cover codes 1 to 9.</source>
        <translation>含 code（或 lucode）、c_above、c_below、c_soil、c_dead 的表，单位 t C/ha，与 InVEST 相同。留空：随附的土地覆被编码 1 至 9 的示意表。</translation>
    </message>
    <message>
        <source>Table with code (or lucode), lulc_veg (1 vegetated, 0 not), root_depth (mm; not needed where not vegetated) and kc, as in InVEST; a column demand (m3/yr per cell) is the consumption. Empty: the shipped table of illustrative values for land-cover codes 1 to 9.</source>
        <translation>含 code（或 lucode）、lulc_veg（1 有植被，0 无）、root_depth（mm；无植被时不需要）和 kc 的表，与 InVEST 相同；列 demand（每像元 m3/yr）为消耗。留空：随附的土地覆被编码 1 至 9 的示意表。</translation>
    </message>
    <message>
        <source>Table with code and e. Empty: the shipped table of terraces, trenches and pits.</source>
        <translation>含 code 和 e 的表。留空：随附的梯田、沟和坑表。</translation>
    </message>
    <message>
        <source>Table with code and food: 1 for classes that yield, 0 for others. Empty: the shipped table, in which cropland (code 1) yields.</source>
        <translation>含 code 和 food 的表：产出类别为 1，其他为 0。留空：使用自带表，其中耕地（编码 1）有产出。</translation>
    </message>
    <message>
        <source>Table with code and type, and where a class is mixed type_2 and share_2 (0 to 1), such as paddy. Empty: the shipped table for land-cover codes 1 to 9.</source>
        <translation>含 code 和 type 的表，混合类另有 type_2 和 share_2（0 至 1），如水田。留空：随附的土地覆被编码 1 至 9 的表。</translation>
    </message>
    <message>
        <source>Table with code, elasticity (0 to 1) and intensity (1 unused to 4 built-up) per land cover class. Empty: the shipped table for CLCD codes, illustrative values.</source>
        <translation>每个土地覆被类别含 code、elasticity（0 至 1）和 intensity（1 未利用至 4 建设用地）的表。留空：使用自带的 CLCD 代码示例表。</translation>
    </message>
    <message>
        <source>Table with code, kind (shrub, grass, wood, cropland or constant) and b (for constant). Empty: the shipped table for land-cover codes 1 to 9.</source>
        <translation>含 code、kind（shrub、grass、wood、cropland 或 constant）和 b（用于 constant）的表。留空：随附的土地覆被编码 1 至 9 的表。</translation>
    </message>
    <message>
        <source>Table with code, velocity (for retention) and runoff (for quick_flow, 0 to 1). Empty: the shipped illustrative table for land-cover codes 1 to 9.</source>
        <translation>包含 code、velocity（用于 retention）和 runoff（用于 quick_flow，0 到 1）的表。留空：随附的土地覆盖编码 1 至 9 示例表。</translation>
    </message>
    <message>
        <source>Table with code, weight (0 to 1), uses_ndvi (1 or 0) and is_water (1 or 0). Empty: the shipped table for land-cover codes 1 to 9.</source>
        <translation>含 code、weight（0 至 1）、uses_ndvi（1 或 0）和 is_water（1 或 0）的表。留空：使用土地覆被编码 1 至 9 的自带表。</translation>
    </message>
    <message>
        <source>Table with element, task and cost_wan_ha (10^4 CNY per hectare). Empty: the shipped table, illustrative.</source>
        <translation>含 element、task 和 cost_wan_ha（万元/公顷）的表。为空：内置示例表。</translation>
    </message>
    <message>
        <source>Table with field (harvest of the units, t/yr), land (column of the class table) and factor, a row per product. In place of the harvest above. Empty: one kind of food.</source>
        <translation>含 field（单元产量，t/yr）、land（类别表的列）和 factor 的表，每种产品一行。代替上面的产量。留空：一种食物。</translation>
    </message>
    <message>
        <source>Table with from_code and to_code: the services marked downstream flow only between these. Empty: the mark is not used.</source>
        <translation>含 from_code 和 to_code 的表：标记为 downstream 的服务只在这些单元之间流动。为空：不使用该标记。</translation>
    </message>
    <message>
        <source>Table with from_code, to_code (or from_id, to_id) and cost, such as the least-cost distance: flows take the cheapest pairs, and only pairs of the table. Empty: the straight distance.</source>
        <translation>含 from_code、to_code（或 from_id、to_id）和 cost（如最小成本距离）的表：流取费用最低的配对，且只取表中的配对。留空则用直线距离。</translation>
    </message>
    <message>
        <source>Table with indicator (band name), perspective, direction (+ or -) and weight (may be empty). Empty: the shipped table of 15 indicators in five perspectives.</source>
        <translation>含 indicator（波段名）、perspective（维度）、direction（+ 或 -）和 weight（可为空）的表。留空：使用自带的五维度 15 指标表。</translation>
    </message>
    <message>
        <source>Table with indicator and after, and optionally before, total_before and total_after (the share in percent is taken), unit, zone and years. The shipped table monitoring_statistics lists the economic and social indicators.</source>
        <translation>含 indicator 和 after 的表，可另含 before、total_before 和 total_after（则取百分比）、unit、zone 和 years。随附的 monitoring_statistics 表列出经济和社会指标。</translation>
    </message>
    <message>
        <source>Table with indicator and value, and optionally baseline and years; with direction (+ or -), target, kind (level, change or annual), dimension, weight, unit and name_zh where it holds the targets too.</source>
        <translation>含 indicator 和 value 的表，可另含 baseline 和 years；若同时含目标，则还有 direction（+ 或 -）、target、kind（level、change 或 annual）、dimension、weight、unit 和 name_zh。</translation>
    </message>
    <message>
        <source>Table with indicator, criterion, field, direction (+ where more is more urgent, else -) and weight. Empty: the shipped table, a proposal.</source>
        <translation>含 indicator、criterion、field、direction（越大越紧迫为 +，否则为 -）和 weight 的表。为空：内置建议表。</translation>
    </message>
    <message>
        <source>Table with indicator, direction (+ or -), kind (level, change or annual), target, and optionally dimension, weight, factor, unit, name_zh, formula and provenance. Empty: the targets in the table of the indicators, or the shipped ones where it has none.</source>
        <translation>含 indicator、direction（+ 或 -）、kind（level、change 或 annual）、target 的表，可另含 dimension、weight、factor、unit、name_zh、formula 和 provenance。留空：用指标表中的目标，若无则用随附的目标表。</translation>
    </message>
    <message>
        <source>Table with layer, file, status (real, semi-synthetic, assumed, synthetic), source and note of every input.</source>
        <translation>记录每项输入的图层（layer）、文件（file）、性质（status：real、semi-synthetic、assumed、synthetic）、来源（source）与备注（note）的表。</translation>
    </message>
    <message>
        <source>Table with layer, file, status (real, semi-synthetic, assumed, synthetic), source and note; shown in the report.</source>
        <translation>含图层、文件、状态（real、semi-synthetic、assumed、synthetic）、来源与说明的表；列入报告。</translation>
    </message>
    <message>
        <source>Table with lower and upper limit per class, as this tool writes it: the same limits for another date or area, so that classes can be compared. It takes the place of the method.</source>
        <translation>各级下限和上限的表，即本工具的输出：对另一时期或区域采用相同界限，使等级可比。代替分级方法。</translation>
    </message>
    <message>
        <source>Table with one row per expert.</source>
        <translation>每位专家一行的表。</translation>
    </message>
    <message>
        <source>Table with one row per year, or several: year, cost, benefit, and optionally the measure they belong to.</source>
        <translation>每年一行或多行的表：year、cost、benefit，可选所属措施。</translation>
    </message>
    <message>
        <source>Table with region and limit_1, limit_2 ... (t/km2/yr), the upper limits of the classes. Empty: SL 190-2007.</source>
        <translation>含 region 和 limit_1、limit_2 ……（t/km2/yr，各级上限）的表。留空：SL 190-2007。</translation>
    </message>
    <message>
        <source>Table with region, and floor or cap: the least and the largest share of the provincial budget (0 to 1) that all units of a region get together. Empty: no such limits.</source>
        <translation>含 region 以及 floor 或 cap 的表：一个区域全部单元合计所得占省级预算的最小和最大比例（0 至 1）。留空则无此限制。</translation>
    </message>
    <message>
        <source>Table with scope, lead_level and roles. Empty: the shipped table.</source>
        <translation>含 scope、lead_level 和 roles 的表。为空：内置表。</translation>
    </message>
    <message>
        <source>Table with scope, province, city and county (shares that add up to 1). Empty: the shipped table, illustrative.</source>
        <translation>含 scope、province、city 和 county（合计为 1 的比例）的表。为空：内置示例表。</translation>
    </message>
    <message>
        <source>Table with service, price (CNY per physical unit), and optionally max_distance_km, group_field (field of the units), downstream (1: only along the pair table). Empty: the shipped table, illustrative.</source>
        <translation>含 service、price（元/实物单位）的表，可选 max_distance_km、group_field（单元字段）、downstream（1：仅沿配对表）。为空：内置示例表。</translation>
    </message>
    <message>
        <source>Table with slope_from, slope_to (degrees) and t. Empty: the shipped fallback.</source>
        <translation>含 slope_from、slope_to（度）和 t 的表。留空：随附的备用表。</translation>
    </message>
    <message>
        <source>Table with team, skills (names of techniques or problems, separated by semicolons), capacity (units), and optionally unit_code of the seat. Empty: no teams are assigned.</source>
        <translation>含 team、skills（技术或问题名称，用分号分隔）、capacity（单元数）的表，可选驻地 unit_code。为空：不分派团队。</translation>
    </message>
    <message>
        <source>Table with technique, problems, and optionally elements, slope_min, slope_max, precipitation_min, precipitation_max, cost_wan_ha. Empty: the shipped table, illustrative.</source>
        <translation>含 technique、problems 的表，可选 elements、slope_min、slope_max、precipitation_min、precipitation_max、cost_wan_ha。为空：内置示例表。</translation>
    </message>
    <message>
        <source>Table with the fields from_id and to_id, such as the links of Ecological corridors. Empty: all pairs.</source>
        <translation>含字段 from_id 与 to_id 的表，例如“生态廊道”的连接。空：全部成对。</translation>
    </message>
    <message>
        <source>Table with the fields from_id and to_id: only these pairs may be linked, and the choice of neighbours is not used. Empty: the neighbours decide.</source>
        <translation>含 from_id 和 to_id 字段的表：只连接这些源地对，不使用邻接选项。留空：由邻接关系决定。</translation>
    </message>
    <message>
        <source>Table with the fields source_id and strength, instead of a field of the sources.</source>
        <translation>含字段 source_id 与 strength 的表，代替源地字段。</translation>
    </message>
    <message>
        <source>Table with the funds of projects, such as the layer projects of the shared store.</source>
        <translation>含项目资金的表，例如共享数据库的 projects 图层。</translation>
    </message>
    <message>
        <source>Table with the status (real, semi-synthetic, assumed, synthetic) of every input, for the note.</source>
        <translation>记录每项输入性质（real、semi-synthetic、assumed、synthetic）的表，用于图上说明。</translation>
    </message>
    <message>
        <source>Table with type (I to IV), resilience (high, low or more levels), code, name_en, name_zh, strategy, strategy_zh, color (#rrggbb), priority and fallback_code; every type at every level, unique codes. Empty: the shipped table.</source>
        <translation>含 type（I 至 IV）、resilience（high、low 或更多级）、code、name_en、name_zh、strategy、strategy_zh、color（#rrggbb）、priority 和 fallback_code 的表；每种类型在每一级各一行，代码唯一。留空：使用自带的表。</translation>
    </message>
    <message>
        <source>Table with type and the columns food, raw, water, gas, climate, purify, hydro, soil, nutrient, biodiversity, aesthetic. Empty: Xie et al. 2015.</source>
        <translation>含 type 及 food、raw、water、gas、climate、purify、hydro、soil、nutrient、biodiversity、aesthetic 各列的表。留空：谢高地等 2015。</translation>
    </message>
    <message>
        <source>Tables with a column code (or lucode) to compare with the class rasters.</source>
        <translation>含 code（或 lucode）列的表，用于与分类栅格核对。</translation>
    </message>
    <message>
        <source>Take out each patch</source>
        <translation>逐一移除斑块</translation>
    </message>
    <message>
        <source>Takes k from the result instead of the number above. Use it for the first scenario, and give its k to the others.</source>
        <translation>由结果确定 k，而不使用上面的数值。用于第一个情景，并将其 k 用于其他情景。</translation>
    </message>
    <message>
        <source>Takes rows out of one layer of the store:

by unit: a code and everything below it; 430000 or 43 is a province, 430100 or 4301 a city;
by period: the date field of the layer, both ends included;
by place: rows whose geometry touches a box;
by version: as the store was after an import; empty is now.

Level is whose eyes the rows are seen with: a county sees what is public, and what is open to counties in its own part; a city and a province see more; the public only what is public. In a file everybody who can open it can read all of it: hand out query results, not the file, where that matters, or use a server. On a server the login decides what is seen, whatever level is chosen here.

Statistics are, per unit (and variable, for observations), the number of rows and for each number its sum, mean, smallest and largest value.

By theme: the part of the store is a store of its own with what is found in all layers of a theme. A county gets it, works on it with its project, and hands it back.</source>
        <translation>从数据库的一个图层取出行：

按单元：一个代码及其下属；430000 或 43 为省，430100 或 4301 为市；
按时期：图层的日期字段，含首尾；
按位置：几何与范围框相交的行；
按版本：某次导入之后的数据库状态；为空则为现在。

“级别”是以谁的视角查看：县级可见公开的行，以及本县内向县级开放的行；市级和省级可见更多；公众只见公开的行。文件一旦能打开，就能读到全部内容：若有顾虑，请分发查询结果而非文件，或使用服务器。在服务器上，可见内容由登录者决定，与此处所选级别无关。

统计按单元（观测数据还按变量）给出行数以及每个数值的合计、平均、最小和最大值。

按主题：库的分发部分本身就是一个库，包含一个主题所有图层中查到的内容。县级拿到后用其项目工作，再交回。</translation>
    </message>
    <message>
        <source>Takes the place of MNDWI from the bands, -1 to 1; it masks the water.</source>
        <translation>替代由波段得到的 MNDWI，-1 到 1；用于掩膜水体。</translation>
    </message>
    <message>
        <source>Takes the place of NDBSI from the bands, -1 to 1.</source>
        <translation>替代由波段得到的 NDBSI，-1 到 1。</translation>
    </message>
    <message>
        <source>Takes the place of NDVI from the bands, -1 to 1.</source>
        <translation>替代由波段得到的 NDVI，-1 到 1。</translation>
    </message>
    <message>
        <source>Takes the place of wetness from the bands.</source>
        <translation>替代由波段得到的湿度。</translation>
    </message>
    <message>
        <source>Takes the shortest dropped links back where keeping only nearest neighbours left the network in parts.</source>
        <translation>只保留最近邻使网络分成几部分时，取回被舍去连接中最短者将其重新相连。</translation>
    </message>
    <message>
        <source>Taking out each of {count} patches</source>
        <translation>逐一移除 {count} 个斑块</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target, x</source>
        <translation>目标 x 坐标</translation>
    </message>
    <message>
        <source>Target, y</source>
        <translation>目标 y 坐标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>修复任务</translation>
    </message>
    <message>
        <source>Task (Chinese)</source>
        <translation>修复任务（中文）</translation>
    </message>
    <message>
        <source>Task and cost per hectare of core, corridor and node; empty for the shipped table.</source>
        <translation>核心、廊道与节点的任务及单位面积费用；留空则用随附表。</translation>
    </message>
    <message>
        <source>Task {number} ran out of memory. Use coarser cells, clip the layers to the study area, use fewer worker processes, or run on a cluster.</source>
        <translation>任务 {number} 内存不足。请使用更大的像元、将图层裁剪到研究区、减少工作进程数，或在集群上运行。</translation>
    </message>
    <message>
        <source>Task {number} stopped with an unexpected error. Please report this text:
{details}</source>
        <translation>任务 {number} 因意外错误而停止。请反馈以下内容：
{details}</translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Techniques per unit</source>
        <translation>每个单元的技术数</translation>
    </message>
    <message>
        <source>Technology matching</source>
        <translation>技术匹配</translation>
    </message>
    <message>
        <source>Tell inside from outside</source>
        <translation>区分内部与外部</translation>
    </message>
    <message>
        <source>Tells a trend from noise without assuming a distribution.

Slope: the median of the slopes between all pairs of dates (Sen). Test: S = sum of the signs of all later minus earlier values; Var S = (n(n-1)(2n+5) - sum of t(t-1)(2t+5) over ties) / 18; z = (S - 1) / sqrt(Var S) for S above 0, (S + 1) / sqrt(Var S) below.

Series that remember the year before look more certain than they are. Two corrections need evenly spaced dates. prewhitening takes the trend out, subtracts the remembered part where the first autocorrelation is significant, puts the trend back and tests that; it loses a date. hamed_rao corrects Var S by all significant autocorrelations of the ranks of the series without its trend; series whose values alternate or swing back get a smaller variance from it and look more certain: do not read it without the plain test or prewhitening.

Cells with fewer than the least number of dates stay empty. At 5 % one cell in twenty shows a trend by chance; look for areas, not for cells.

Rasters are read block by block, so that their size does not matter. Times are the years in the layer or field names, or what you give.

Source: Sen 1968, doi:10.1080/01621459.1968.10480934; Mann 1945, doi:10.2307/1907187; Hamed &amp; Rao 1998, doi:10.1016/S0022-1694(97)00125-X; Yue et al. 2002, doi:10.1002/hyp.1095.</source>
        <translation>不假定分布，区分趋势与噪声。

斜率：所有日期对之间斜率的中位数（Sen）。检验：S = 所有后值减前值的符号之和；Var S = (n(n-1)(2n+5) - 对各并列组求和 t(t-1)(2t+5)) / 18；S 大于 0 时 z = (S - 1) / sqrt(Var S)，小于 0 时 z = (S + 1) / sqrt(Var S)。

带有前一年记忆的序列看上去比实际更显著。两种校正需要等间隔日期。prewhitening（去趋势预白化）先去掉趋势，在一阶自相关显著时减去被记忆的部分，再加回趋势后检验；会损失一个日期。hamed_rao 用去趋势序列秩的全部显著自相关校正 Var S；对交替或来回摆动的序列会得到更小的方差、显得更显著：请与未校正的检验或 prewhitening 对照阅读。

日期数少于最少日期数的像元留空。在 5 % 水平下，每二十个像元就有一个因偶然显示趋势；应看片区，而不是单个像元。

栅格分块读取，大小不受限制。时间取图层名或字段名中的年份，或由用户给出。

来源：Sen 1968，doi:10.1080/01621459.1968.10480934；Mann 1945，doi:10.2307/1907187；Hamed &amp; Rao 1998，doi:10.1016/S0022-1694(97)00125-X；Yue et al. 2002，doi:10.1002/hyp.1095。</translation>
    </message>
    <message>
        <source>Tells core, islet, perforation, edge, loop, bridge and branch of habitat apart.</source>
        <translation>将生境区分为核心区、孤岛、孔隙、边缘区、环道区、桥接区和支线。</translation>
    </message>
    <message>
        <source>Tells whether units with like values stand side by side, in all (global Moran's I) and around each unit (local Moran, LISA): HH high among high, LL low among low, HL high among low, LH low among high.

z = (x - mean) / standard deviation (ddof 0). Global I = n / S0 x sum w_ij z_i z_j / sum z_i^2; local I_i = (n - 1) / sum z^2 x z_i x sum w_ij z_j. With a second field z_j is that of the second field: a unit's own value against that of the other field around it, such as supply against demand (bivariate Moran).

Neighbours: queen (common border or corner), rook (common border), knn (k nearest centroids), distance (centroids within a distance, weights equal or falling with it). Weights are row standardised by default. Units without neighbours are counted and left out of the local test, or linked to their nearest unit if you say so. Units without a value are left out and nobody's neighbours.

Pseudo p-values come from random rearrangements: all units for the global index, all but the unit itself for the local one. They are one-sided, (cases at least as extreme + 1) / (permutations + 1), and the same seed gives the same values. With many units some clusters are chance; the false discovery rate keeps their share among the clusters below the significance.

Source: Moran 1950, doi:10.1093/biomet/37.1-2.17; Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Benjamini &amp; Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x</source>
        <translation>判断值相近的单元是否相邻：整体上（全局莫兰指数）和每个单元周围（局部莫兰指数，LISA）：HH 高-高，LL 低-低，HL 高-低，LH 低-高。

z =（x - 均值）/ 标准差（ddof 0）。全局 I = n / S0 × Σ w_ij z_i z_j / Σ z_i²；局部 I_i =（n - 1）/ Σ z² × z_i × Σ w_ij z_j。给出第二字段时，z_j 取自第二字段：单元自身的值与周围另一字段的值比较，如供给与需求（双变量莫兰指数）。

邻居：queen（有公共边或公共点），rook（有公共边），knn（质心最近的 k 个），distance（质心在一定距离内，权重相等或随距离递减）。默认对权重作行标准化。没有邻居的单元予以计数并排除在局部检验之外，或按您的选择连接到最近的单元。没有值的单元被排除，也不是任何单元的邻居。

伪 p 值由随机重排得到：全局指数重排全部单元，局部指数重排除自身以外的全部单元。单侧，（至少同样极端的次数 + 1）/（置换次数 + 1），种子相同则结果相同。单元很多时部分聚类出于偶然；错误发现率使其在聚类中的比例低于显著性水平。

来源：Moran 1950，doi:10.1093/biomet/37.1-2.17；Anselin 1995，doi:10.1111/j.1538-4632.1995.tb00338.x；Benjamini &amp; Hochberg 1995，doi:10.1111/j.2517-6161.1995.tb02031.x</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>气温</translation>
    </message>
    <message>
        <source>Temperature by month</source>
        <translation>逐月气温</translation>
    </message>
    <message>
        <source>Temperature of the area (degrees C)</source>
        <translation>研究区气温（摄氏度）</translation>
    </message>
    <message>
        <source>Temperature of the reference (degrees C)</source>
        <translation>参照区气温（摄氏度）</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Temporary files need about {needed} in {folder}, but only {available} are free there. Free some space, or choose another temporary folder in the settings of QGIS.</source>
        <translation>临时文件需要在 {folder} 中占用约 {needed}，但那里仅剩 {available}。请释放空间，或在 QGIS 设置中选择其他临时文件夹。</translation>
    </message>
    <message>
        <source>Term of the loans (years)</source>
        <translation>贷款期限（年）</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Terrain indicator {number} of {count}: {name}</source>
        <translation>地形指标 {number}/{count}：{name}</translation>
    </message>
    <message>
        <source>Terrain indicators</source>
        <translation>地形指标</translation>
    </message>
    <message>
        <source>Tested value</source>
        <translation>检验值</translation>
    </message>
    <message>
        <source>Text file that begins with mode include, mode exclude, or with min, max and a matrix of distances.</source>
        <translation>文本文件，以 mode include、mode exclude 开头，或以 min、max 及距离矩阵开头。</translation>
    </message>
    <message>
        <source>Text in field {field} is unreadable, the first is "{value}".</source>
        <translation>字段 {field} 中的文本出现乱码，第一处为“{value}”。</translation>
    </message>
    <message>
        <source>The CSLE table gives class {code} (rule {rule}) the factors {value} and e {e}; both must lie between 0 and 1: t for cropland, b for constant.</source>
        <translation>CSLE 因子表中类别 {code}（规则 {rule}）的因子为 {value}、e 为 {e}；两者均应在 0 至 1 之间：cropland 填 t，constant 填 b。</translation>
    </message>
    <message>
        <source>The CSLE table has the unknown rule "{rule}"; the rules are {rules}.</source>
        <translation>CSLE 因子表中有未知规则“{rule}”；可用规则为 {rules}。</translation>
    </message>
    <message>
        <source>The allocation is best for its stated aim and budgets only; other aims give other allocations.</source>
        <translation>资金分配仅对所述目标与预算最优；目标不同，分配亦不同。</translation>
    </message>
    <message>
        <source>The alternate year {last} must be later than the baseline year {first}.</source>
        <translation>对比期年份 {last} 必须晚于基期年份 {first}。</translation>
    </message>
    <message>
        <source>The answer to the joint question: water_projects gives per project and variable the values at water sites of its watershed (steps 0) and of those its water flows into (steps 1 and more, by the layer watersheds), before the start and after the end, with their difference and p; species_corridors gives per corridor sites, records, species and the last record.</source>
        <translation>联合查询的结果：water_projects 给出每个项目和变量在其流域（steps 为 0）及其水流入的流域（steps 为 1 及以上，依据图层 watersheds）水质站点开工前与完工后的值、差值和 p；species_corridors 给出每条廊道的站点、记录、物种和最近记录。</translation>
    </message>
    <message>
        <source>The area curve has only {found} bends; ask for at most {most} levels, or take natural breaks.</source>
        <translation>面积曲线只有 {found} 个突变点；请至多划分 {most} 个等级，或改用自然断点法。</translation>
    </message>
    <message>
        <source>The area curve has {intervals} steps; {count} levels need at least {least}.</source>
        <translation>面积曲线有 {intervals} 段；{count} 个等级至少需要 {least} 段。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be written: {reason}. Nothing was changed.</source>
        <translation>无法写入备份 {path}：{reason}。未作任何更改。</translation>
    </message>
    <message>
        <source>The best selection found until then is taken.</source>
        <translation>采用到此时为止找到的最佳方案。</translation>
    </message>
    <message>
        <source>The block has {block} cells on a side; it must have at least 1.</source>
        <translation>区块边长为 {block} 个像元；至少须为 1。</translation>
    </message>
    <message>
        <source>The block of {block} x {block} cells does not fit into the raster of {rows} x {columns} cells. Choose a smaller block.</source>
        <translation>{block} x {block} 像元的区块放不进 {rows} x {columns} 像元的栅格。请选择更小的区块。</translation>
    </message>
    <message>
        <source>The block of {block} x {block} cells is larger than the radius of {radius} cells; a tenth of the radius is usual.</source>
        <translation>{block} x {block} 像元的区块大于 {radius} 像元的半径；通常取半径的十分之一。</translation>
    </message>
    <message>
        <source>The block was raised from {even} to {odd} cells, so that it has a middle.</source>
        <translation>区块由 {even} 个像元增至 {odd} 个像元，使其有中心。</translation>
    </message>
    <message>
        <source>The breakpoints of the CSLE are degrees; percent is converted.</source>
        <translation>CSLE 的分段点以度计；百分比会被换算。</translation>
    </message>
    <message>
        <source>The budgets "{text}" hold something that is no number. Separate phases by commas and funds by semicolons.</source>
        <translation>预算“{text}”含有非数字内容。请用逗号分隔阶段，用分号分隔资金。</translation>
    </message>
    <message>
        <source>The budgets "{text}" must give the same number of phases for every fund.</source>
        <translation>预算“{text}”必须为每种资金给出相同数量的阶段。</translation>
    </message>
    <message>
        <source>The buffer is {buffer} cells; it must be 0 or more.</source>
        <translation>缓冲距离为 {buffer} 个像元；必须大于或等于 0。</translation>
    </message>
    <message>
        <source>The cap is the percentile {cap}; it must be above 50 and at most 100.</source>
        <translation>上限为百分位 {cap}，必须高于 50 且不超过 100。</translation>
    </message>
    <message>
        <source>The carbon that people emit in a year is the demand for carbon fixation. The result is in tonnes of carbon, not of CO2, so that it compares with carbon fixation: t C = t CO2 * 12/44.

per_capita: demand = population * emissions per person * 12/44.

statistics: the emissions of each unit are spread over its cells in proportion to population, or to another layer such as night light, so that the sum of the cells of a unit equals its statistic * 12/44. A unit without people spreads them evenly; a warning names it.

The default of 2.13 t CO2 per person covers urban living only (Xi'an). All emissions of a country with heavy industry are several times higher; give statistics where industry is to count.</source>
        <translation>人们一年排放的碳即对固碳的需求。结果以碳吨数（而非 CO2）计，可与固碳量比较：t C = t CO2 * 12/44。

per_capita：需求 = 人口 * 人均排放 * 12/44。

statistics：各单元排放量按人口或其他图层（如夜间灯光）分配到像元，单元像元之和等于其统计值 * 12/44。没有人口的单元平均分配，并有警告指出。

默认每人 2.13 t CO2 只包括城市生活（西安）。重工业国家的全部排放要高几倍；要计入工业时请给出统计值。</translation>
    </message>
    <message>
        <source>The cell is {width} x {height} metres; both sides must be above 0.</source>
        <translation>像元大小为 {width} x {height} 米；两边均须大于 0。</translation>
    </message>
    <message>
        <source>The change needs the land cover of the second date.</source>
        <translation>变化需要第二期土地覆被。</translation>
    </message>
    <message>
        <source>The change point lies at the largest window; allow larger ones.</source>
        <translation>变点位于最大窗口处；请允许更大的窗口。</translation>
    </message>
    <message>
        <source>The chosen patches: rank (1 first), candidate, area_ha, worth, eca (after it is added), gain, own_gain, gain_percent.</source>
        <translation>选出的斑块：rank（1 为首选）、candidate、area_ha、worth、eca（增加之后）、gain、own_gain、gain_percent。</translation>
    </message>
    <message>
        <source>The circuit of {nodes} cells was not solved within {iterations} iterations (residual {residual}). Narrow the range of resistances, or clip or coarsen the raster.</source>
        <translation>含 {nodes} 个像元的电路在 {iterations} 次迭代内未能求解（残差 {residual}）。请缩小阻力值范围，或裁剪、降低栅格分辨率。</translation>
    </message>
    <message>
        <source>The circuit of {nodes} nodes cannot be solved: {reason}. Narrow the range of resistances below 1:1000000.</source>
        <translation>{nodes} 个节点的电路无法求解：{reason}。请将阻力值的比值范围缩小到 1:1000000 以内。</translation>
    </message>
    <message>
        <source>The circuit of {nodes} nodes cannot be solved: {residual} of the current is lost to rounding, {limit} is allowed. Its conductances span 1:{range}; narrow the range of resistances below 1:1000000.</source>
        <translation>含 {nodes} 个节点的电路无法求解：舍入误差使 {residual} 的电流丢失，允许值为 {limit}。其电导跨度为 1:{range}；请将阻力值范围缩小到 1:1000000 以内。</translation>
    </message>
    <message>
        <source>The circuit of {nodes} nodes was not solved within {iterations} iterations (residual {residual}). Narrow the range of resistances below 1:1000000, or clip or coarsen the raster.</source>
        <translation>{nodes} 个节点的电路在 {iterations} 次迭代内未能求解（残差 {residual}）。请将阻力值的比值范围缩小到 1:1000000 以内，或裁剪、粗化栅格。</translation>
    </message>
    <message>
        <source>The circuit of {nodes} nodes was solved with a relative residual of {residual} only; {limit} is required. Narrow the range of resistances below 1:1000000.</source>
        <translation>{nodes} 个节点的电路求解后相对残差仅为 {residual}，要求达到 {limit}。请将阻力值的比值范围缩小到 1:1000000 以内。</translation>
    </message>
    <message>
        <source>The class codes are stored as decimal numbers.</source>
        <translation>类别代码以浮点数存储。</translation>
    </message>
    <message>
        <source>The class table for {name} has more than one row for the codes {codes}. Keep one row per code.</source>
        <translation>{name}的类别表中，编码 {codes} 出现多行。每个编码只保留一行。</translation>
    </message>
    <message>
        <source>The climate correction cannot work with {rain} mm and {warmth} degrees; rain must be 0 or more and the temperature above -14.</source>
        <translation>气候修正不能用 {rain} mm 和 {warmth} 度；降水须为 0 或以上，气温须高于 -14。</translation>
    </message>
    <message>
        <source>The climate of a source is its mean minus so many standard deviations.</source>
        <translation>源地的气候取均值减去该倍数的标准差。</translation>
    </message>
    <message>
        <source>The climate ratios must ascend, with one value each; given are {points} and {values}.</source>
        <translation>气候比值必须递增，且各有一个取值；给定的是 {points} 和 {values}。</translation>
    </message>
    <message>
        <source>The cluster at {address} cannot be reached ({reason}). Check the address, or leave it empty to work on this machine.</source>
        <translation>无法连接位于 {address} 的集群（{reason}）。请检查地址，或将其留空以在本机计算。</translation>
    </message>
    <message>
        <source>The cluster could not finish task {number}; it runs again on this machine.</source>
        <translation>集群未能完成任务 {number}，该任务将在本机重新运行。</translation>
    </message>
    <message>
        <source>The code {code} stands for more than one unit of the level {level}, whose codes begin with {digits} digits. Give the code of the member's own unit.</source>
        <translation>代码 {code} 对应 {level} 级的多个单元，该级代码以 {digits} 位数字开头。请给出该成员本单元的代码。</translation>
    </message>
    <message>
        <source>The connected area changes by {eca} %, the area by {area} %: {verdict}.</source>
        <translation>等效连通面积变化 {eca} %，面积变化 {area} %：{verdict}。</translation>
    </message>
    <message>
        <source>The connection {name} keeps its password in plain text, which would stand in the project. Move it into the authentication of QGIS (edit the connection, Authentication, Convert to configuration), or leave the project out.</source>
        <translation>连接 {name} 以明文保存密码，密码会写入项目文件。请将其移入 QGIS 的认证系统（编辑连接、认证、转换为配置），或不生成项目。</translation>
    </message>
    <message>
        <source>The correction of autocorrelation needs evenly spaced dates; the steps lie between {shortest} and {longest}. Choose no correction.</source>
        <translation>自相关校正要求时间间隔相等；现有间隔在 {shortest} 到 {longest} 之间。请选择不校正。</translation>
    </message>
    <message>
        <source>The correction {name} is not known. Choose one of {known}.</source>
        <translation>不认识校正方法 {name}。请选择：{known}。</translation>
    </message>
    <message>
        <source>The corridors have no cell outside the sources, so nothing can be a pinch point.</source>
        <translation>廊道在源地之外没有像元，因此不存在夹点。</translation>
    </message>
    <message>
        <source>The corridors of {count} links do not join their sources and are left out: {links}.</source>
        <translation>{count} 条连接的廊道未连通其源地，已排除：{links}。</translation>
    </message>
    <message>
        <source>The curve from suitability to resistance; the default keeps resistance low until habitat is poor.</source>
        <translation>由适宜性到阻力值的曲线；默认曲线使阻力在生境变差之前保持较低。</translation>
    </message>
    <message>
        <source>The data can be used; look at the warnings first.</source>
        <translation>数据可以使用，但请先查看警告。</translation>
    </message>
    <message>
        <source>The data cannot be used as they are.</source>
        <translation>数据目前不能直接使用。</translation>
    </message>
    <message>
        <source>The data standard describes the layer {layer} wrongly: geometry, access or key.</source>
        <translation>数据标准对图层 {layer} 的描述有误：几何、访问级别或主键。</translation>
    </message>
    <message>
        <source>The data standard gives layer {layer} the kind "{kind}"; use one of {kinds}.</source>
        <translation>数据标准中图层 {layer} 的类型为“{kind}”；应为 {kinds} 之一。</translation>
    </message>
    <message>
        <source>The data standard gives the field {field} of {layer} a bad name, an unknown type or code list.</source>
        <translation>数据标准中 {layer} 的字段 {field} 名称不当，或类型、代码表未知。</translation>
    </message>
    <message>
        <source>The data standard has no layer {name}. Its layers are: {layers}.</source>
        <translation>数据标准中没有图层 {name}。现有图层：{layers}。</translation>
    </message>
    <message>
        <source>The data standard lacks the columns {columns}.</source>
        <translation>数据标准表缺少列 {columns}。</translation>
    </message>
    <message>
        <source>The data standard limits layer {layer} to "{limit}", which is no number.</source>
        <translation>数据标准中图层 {layer} 的限值“{limit}”不是数字。</translation>
    </message>
    <message>
        <source>The database cannot be reached: {reason}</source>
        <translation>无法连接数据库：{reason}</translation>
    </message>
    <message>
        <source>The database does not allow this to your role: {reason} Ask whoever keeps the store for access.</source>
        <translation>数据库不允许您的角色这样做：{reason} 请向数据库管理者申请权限。</translation>
    </message>
    <message>
        <source>The database stopped: {reason} Nothing was changed.</source>
        <translation>数据库中断：{reason} 未作任何更改。</translation>
    </message>
    <message>
        <source>The days must cover some time; they cover {years} years.</source>
        <translation>日序列必须覆盖一段时间；现为 {years} 年。</translation>
    </message>
    <message>
        <source>The demand per person is {value}; it must not be negative.</source>
        <translation>人均需求为 {value}；不得为负。</translation>
    </message>
    <message>
        <source>The direction "{text}" cannot be read. Write + (more is better) or - (less is better) per indicator, such as +, -, + or slope=-, ndvi=+.</source>
        <translation>无法识别方向“{text}”。请为每个指标写 +（越大越好）或 -（越小越好），例如 +, -, + 或 slope=-, ndvi=+。</translation>
    </message>
    <message>
        <source>The directions "{text}" name no indicator. Write such as elevation=+, slope=-.</source>
        <translation>方向“{text}”未指明指标。请写成 elevation=+, slope=- 的形式。</translation>
    </message>
    <message>
        <source>The directions name {name}, which is no indicator; these are {known}.</source>
        <translation>方向中的 {name} 不是指标；指标有 {known}。</translation>
    </message>
    <message>
        <source>The discount rate is {rate} % and the yearly change of the price {change} %; both must be above -100 %.</source>
        <translation>贴现率为 {rate} %，价格年变化为 {change} %；两者都必须大于 -100 %。</translation>
    </message>
    <message>
        <source>The discount rate is {rate}, that is {percent} % a year. Give 5 % as 0.05.</source>
        <translation>贴现率为 {rate}，即每年 {percent} %。5 % 请写作 0.05。</translation>
    </message>
    <message>
        <source>The discount rate is {rate}; it must be above -1. Give 5 % as 0.05.</source>
        <translation>贴现率为 {rate}；必须大于 -1。5 % 请写作 0.05。</translation>
    </message>
    <message>
        <source>The dispersal distance must be above 0, not {distance}.</source>
        <translation>扩散距离必须大于 0，而不是 {distance}。</translation>
    </message>
    <message>
        <source>The distance of nearness is {value} m; it must be above 0.</source>
        <translation>邻近距离为 {value} 米；必须大于 0。</translation>
    </message>
    <message>
        <source>The distance of neighbours is {distance}; it must be above 0.</source>
        <translation>邻域距离为 {distance}；必须大于 0。</translation>
    </message>
    <message>
        <source>The distances between some patches could not be measured. Repair their geometries with Fix geometries.</source>
        <translation>部分斑块之间的距离无法量算。请用“修正几何图形”修复。</translation>
    </message>
    <message>
        <source>The division by a given value needs the threshold of resilience.</source>
        <translation>按给定值划分需要韧性阈值。</translation>
    </message>
    <message>
        <source>The duties need the columns unit_code, parent_code, province_wan, city_wan and county_wan, or level and amount_wan of the totals by level; they have {columns}.</source>
        <translation>责任表需要列 unit_code、parent_code、province_wan、city_wan 和 county_wan，或分级汇总表的 level 和 amount_wan；现有列：{columns}。</translation>
    </message>
    <message>
        <source>The edge width must be a whole number of cells, at least 1, not {value}.</source>
        <translation>边缘宽度必须为不小于 1 的整数像元，而不是 {value}。</translation>
    </message>
    <message>
        <source>The equivalent factor {function} of {type} is missing.</source>
        <translation>{type} 的当量因子 {function} 缺失。</translation>
    </message>
    <message>
        <source>The exponent of a power curve is {value}; it must be above 0.</source>
        <translation>幂曲线的指数为 {value}，必须大于 0。</translation>
    </message>
    <message>
        <source>The extent ({extent}) and the cell size ({cell}) give no grid; choose an extent with an area and a positive cell size.</source>
        <translation>范围（{extent}）与像元大小（{cell}）无法构成格网；请选择有面积的范围和大于零的像元大小。</translation>
    </message>
    <message>
        <source>The field {field} is missing.</source>
        <translation>缺少字段 {field}。</translation>
    </message>
    <message>
        <source>The findings as an HTML page.</source>
        <translation>以 HTML 页面呈现检查结果。</translation>
    </message>
    <message>
        <source>The first component holds {share} % of the variance.</source>
        <translation>第一主成分占方差的 {share} %。</translation>
    </message>
    <message>
        <source>The first component loads NDVI {ndvi}, WET {wet}, NDBSI {ndbsi} and LST {lst}: it is neither better nor worse. Check the order and the units of the layers.</source>
        <translation>第一主成分的载荷为 NDVI {ndvi}、WET {wet}、NDBSI {ndbsi}、LST {lst}：无法判断好坏方向。请检查图层的次序和单位。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} barriers.</source>
        <translation>共 {count} 处障碍点，列出前 {shown} 处。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} cities and counties.</source>
        <translation>共 {count} 个市县，列出前 {shown} 个。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} units. Range: 5th to 95th percentile of the rank under weights drawn at random; a narrow range is a sure rank.</source>
        <translation>共 {count} 个单元，列出前 {shown} 个。位次范围：随机抽取权重时位次的第 5 至第 95 百分位；范围越窄，位次越可靠。</translation>
    </message>
    <message>
        <source>The floating catchment needs population.</source>
        <translation>移动搜索法需要人口。</translation>
    </message>
    <message>
        <source>The floor is {value}; it must be 0 or more and below 1.</source>
        <translation>下限为 {value}；必须大于或等于 0 且小于 1。</translation>
    </message>
    <message>
        <source>The floors of {count} units exceed the most a single unit may get of the provincial budget; the largest is {unit}: floor {floor}, limit {cap}. Raise the budget to at least {needed}, raise the limit, or lower the floors by {missing} in all.</source>
        <translation>{count} 个单元的保底额超过单个单元可得省级预算的上限，最大的是 {unit}：保底 {floor}，上限 {cap}。请将预算提高到至少 {needed}，或提高上限，或将保底额合计降低 {missing}。</translation>
    </message>
    <message>
        <source>The flow potential of a window of {rows} x {columns} cells was not solved to {limit}. Please report this.</source>
        <translation>{rows} x {columns} 像元窗口的潜在流未能求解到 {limit}。请报告此问题。</translation>
    </message>
    <message>
        <source>The flows could not be solved: {reason}</source>
        <translation>流量无法求解：{reason}</translation>
    </message>
    <message>
        <source>The form ECO = H x sum(S x P) of some studies. It gives 0 for a closed forest, so it is off by default.</source>
        <translation>部分研究采用的形式 ECO = H × Σ(S × P)。对郁闭森林其值为 0，故默认关闭。</translation>
    </message>
    <message>
        <source>The funding plan could not be solved: {reason}</source>
        <translation>资金分配方案无法求解：{reason}</translation>
    </message>
    <message>
        <source>The grid would have {rows} x {columns} cells; choose larger cells or a smaller extent.</source>
        <translation>格网将有 {rows} × {columns} 个像元；请选择更大的像元或更小的范围。</translation>
    </message>
    <message>
        <source>The group {group} has more than one way to combine its factors: {methods}. Keep one.</source>
        <translation>组 {group} 的因子有多种合成方式：{methods}。只保留一种。</translation>
    </message>
    <message>
        <source>The habitat threshold is {value}; it must be above 0 and at most 1.</source>
        <translation>生境阈值为 {value}，必须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>The half saturation {half} is far from half of the largest degradation ({fit}); quality will hardly differ between cells.</source>
        <translation>半饱和常数 {half} 与最大退化程度的一半（{fit}）相差很大；各像元的生境质量将几乎没有差别。</translation>
    </message>
    <message>
        <source>The headline numbers as JSON, for scripts.</source>
        <translation>以JSON格式输出的关键指标，供脚本使用。</translation>
    </message>
    <message>
        <source>The horizon is {value} years; it must be above 0.</source>
        <translation>期限为 {value} 年；必须大于 0。</translation>
    </message>
    <message>
        <source>The imports of the layer: who, when, from which file, how many rows.</source>
        <translation>该图层的导入：谁、何时、来自哪个文件、多少行。</translation>
    </message>
    <message>
        <source>The indicator table leaves {count} weights open; fill them in or choose another weighting.</source>
        <translation>指标表中有 {count} 个权重为空；请填写，或选择其他赋权方法。</translation>
    </message>
    <message>
        <source>The indicators of resilience and their weights are proposals; they show relative, not absolute resilience.</source>
        <translation>韧性指标及其权重均为建议值；反映的是相对韧性而非绝对韧性。</translation>
    </message>
    <message>
        <source>The indicators that have a value all weigh 0.</source>
        <translation>有值的指标权重全部为 0。</translation>
    </message>
    <message>
        <source>The iteration on the raster stalled; the network is factorised instead, which takes longer.</source>
        <translation>栅格迭代停滞；改用直接分解求解，耗时更长。</translation>
    </message>
    <message>
        <source>The judgement "{text}" is neither a number nor a fraction such as 1/3.</source>
        <translation>判断值“{text}”既不是数字，也不是 1/3 这样的分数。</translation>
    </message>
    <message>
        <source>The judgements contradict each other: consistency ratio {ratio}, and it must stay below 0.1. The most contradictory judgement is {first} over {second} = {value}; the others imply about {consistent}. Reconsider it and run again.</source>
        <translation>判断相互矛盾：一致性比率为 {ratio}，应小于 0.1。矛盾最大的判断是 {first} 相对 {second} = {value}；其余判断意味着约为 {consistent}。请重新斟酌后再运行。</translation>
    </message>
    <message>
        <source>The judgements contradict each other: consistency ratio {ratio}. The most contradictory one is {first} over {second} = {value}; the others imply about {consistent}.</source>
        <translation>判断相互矛盾：一致性比率为 {ratio}。矛盾最大的是 {first} 相对 {second} = {value}；其余判断意味着约为 {consistent}。</translation>
    </message>
    <message>
        <source>The judgements count only with the weighting ahp or combined; choose one of them.</source>
        <translation>判断矩阵只用于赋权方法 ahp 或 combined；请选择其一。</translation>
    </message>
    <message>
        <source>The judgements do not compare {missing}; they compare {known}. Add a row and a column for each factor, named as the factors are.</source>
        <translation>判断矩阵未比较 {missing}；已比较的有 {known}。请为每个因子添加同名的一行和一列。</translation>
    </message>
    <message>
        <source>The judgements must form a square: {rows} rows, with {lengths} values in them.</source>
        <translation>判断值必须构成方阵：共 {rows} 行，各行分别有 {lengths} 个值。</translation>
    </message>
    <message>
        <source>The land is level, so no window of relief is better than another. Give the window by hand.</source>
        <translation>地面完全平坦，无法选出最佳起伏度窗口。请手动指定窗口。</translation>
    </message>
    <message>
        <source>The land surface temperature averages {first} at the first date and {second} at the second. Give both in one unit.</source>
        <translation>地表温度第一期平均 {first}，第二期平均 {second}。请使用同一单位。</translation>
    </message>
    <message>
        <source>The landscape as an electric circuit: current between pairs of sources shows how movement spreads, and cells where much of it has no other way are pinch points.</source>
        <translation>将景观视为电路：源地之间的电流反映物种运动的扩散，大量电流别无他途而必须通过的栅格即为夹点。</translation>
    </message>
    <message>
        <source>The landscape of {landscape} is smaller than its patches together ({total}). Give both in the same unit.</source>
        <translation>景观面积 {landscape} 小于斑块总和（{total}）。请使用相同单位。</translation>
    </message>
    <message>
        <source>The largest radius of {radius} m is larger than the raster, whose longer side has {side} m. Give radii of a few cells.</source>
        <translation>最大半径 {radius} 米大于栅格，其长边仅 {side} 米。请给出几个像元大小的半径。</translation>
    </message>
    <message>
        <source>The largest resistance of a source has no effect, since the source strength is given.</source>
        <translation>由于已给定源强度，源的最大阻力不起作用。</translation>
    </message>
    <message>
        <source>The layer cannot be read.</source>
        <translation>无法读取图层。</translation>
    </message>
    <message>
        <source>The layer cannot be reprojected: {reason}.</source>
        <translation>图层无法重投影：{reason}。</translation>
    </message>
    <message>
        <source>The layer does not overlap the rasters.</source>
        <translation>图层与栅格没有重叠。</translation>
    </message>
    <message>
        <source>The layer has no coordinate reference system.</source>
        <translation>图层没有坐标参考系。</translation>
    </message>
    <message>
        <source>The layer has no features.</source>
        <translation>图层没有要素。</translation>
    </message>
    <message>
        <source>The layer is in another coordinate system than the rasters; tools reproject it.</source>
        <translation>图层与栅格的坐标系不同；工具会自动重投影。</translation>
    </message>
    <message>
        <source>The layer is in the geographic system {crs}, where areas and distances are not in metres.</source>
        <translation>图层采用地理坐标系 {crs}，其面积和距离不以米为单位。</translation>
    </message>
    <message>
        <source>The layer lies {east} m east and {north} m north of {other}. Layers from web maps in China (GCJ-02) are displaced like this, here by about {expected} m.</source>
        <translation>该图层相对 {other} 向东偏移 {east} 米、向北偏移 {north} 米。国内网络地图（GCJ-02）的图层有这样的偏移，此处约为 {expected} 米。</translation>
    </message>
    <message>
        <source>The layer {layer} of the store cannot be opened.</source>
        <translation>数据库图层 {layer} 无法打开。</translation>
    </message>
    <message>
        <source>The level {level} is not known. Choose one of {known}.</source>
        <translation>不认识级别 {level}。请选择：{known}。</translation>
    </message>
    <message>
        <source>The limit {limit} is no finite number.</source>
        <translation>界限 {limit} 不是有限数值。</translation>
    </message>
    <message>
        <source>The limits between the classes must be {count} rising numbers, not {limits}.</source>
        <translation>类别之间的界限必须是 {count} 个递增的数，而不是 {limits}。</translation>
    </message>
    <message>
        <source>The limits of regions cannot be met together with the floors and the budget of {budget}: {missing} of the floors would have to give at least, in: {parts}. Lower these floors, raise the limits of regions, or raise the budget.</source>
        <translation>区域限制无法与保底要求和 {budget} 的预算同时满足：至少须让出 {missing} 的保底，涉及：{parts}。请降低这些保底、提高区域上限或增加预算。</translation>
    </message>
    <message>
        <source>The limits of the corrected resistance are {minimum} and {maximum}; the lower must be above 0 and below the upper.</source>
        <translation>修正后阻力值的上下限为 {minimum} 与 {maximum}；下限须大于 0 且小于上限。</translation>
    </message>
    <message>
        <source>The limits {limits} must be at least two numbers, each larger than the one before.</source>
        <translation>界限 {limits} 必须至少为两个数，且逐个递增。</translation>
    </message>
    <message>
        <source>The links name {count} sources that the source layer lacks: {ids}. Give the layer of sources the links were made from.</source>
        <translation>连接中有 {count} 个源地在源地图层中不存在：{ids}。请提供生成这些连接时所用的源地图层。</translation>
    </message>
    <message>
        <source>The links with all their fields, and closeness, permeability, cav_mean, csp, csp_norm, rank, and kept (1 where the link is on the map, else 0).</source>
        <translation>保留全部字段的连接，另加 closeness、permeability、cav_mean、csp、csp_norm、rank 和 kept（在图上为 1，否则为 0）。</translation>
    </message>
    <message>
        <source>The links with all their fields, and gravity, importance (class, 1 for the weakest) and rank (1 for the strongest).</source>
        <translation>保留全部字段的连接，另加 gravity、importance（等级，1 为最弱）和 rank（1 为最强）。</translation>
    </message>
    <message>
        <source>The links with all their fields, and in_tree, between and current_flow.</source>
        <translation>保留全部字段的连接，另加 in_tree、between 和 current_flow。</translation>
    </message>
    <message>
        <source>The list of pairs is empty.</source>
        <translation>源地对列表为空。</translation>
    </message>
    <message>
        <source>The list of pairs names {count} unknown sources: {ids}.</source>
        <translation>配对列表中有 {count} 个未知源地：{ids}。</translation>
    </message>
    <message>
        <source>The listed pairs are</source>
        <translation>列出的对</translation>
    </message>
    <message>
        <source>The lists of pairs and the distances leave none of the {count} pairs of sources. Widen them.</source>
        <translation>成对列表与距离限制使 {count} 对源地一对不剩。请放宽。</translation>
    </message>
    <message>
        <source>The longest slope is {value} m; it must be above 0.</source>
        <translation>最大坡长为 {value} 米；必须大于 0。</translation>
    </message>
    <message>
        <source>The lower limit of the difference, {lower}, is above the upper limit, {upper}.</source>
        <translation>差值的下限 {lower} 高于上限 {upper}。</translation>
    </message>
    <message>
        <source>The lowest temperature is above the highest one in {count} values; check that the two layers were not swapped.</source>
        <translation>{count} 个值的最低气温高于最高气温；请检查两个图层是否颠倒。</translation>
    </message>
    <message>
        <source>The map could not be written to {path}. Check the free space and that the file is not open elsewhere.</source>
        <translation>无法将地图写入{path}。请检查磁盘空间，并确认文件未被其他程序打开。</translation>
    </message>
    <message>
        <source>The maps of {runs} runs need up to {needed} on disk, but {free} are free. Run fewer pairs, or leave the folder of single maps empty.</source>
        <translation>{runs} 次运行的图最多需要 {needed} 磁盘空间，而可用 {free}。请减少成对数量，或不填单次运行图的文件夹。</translation>
    </message>
    <message>
        <source>The mask leaves {count} of {total} cells.</source>
        <translation>掩膜保留 {total} 个像元中的 {count} 个。</translation>
    </message>
    <message>
        <source>The matching type and the resilience level of a unit select its zone and strategy from an editable table of rules.</source>
        <translation>根据单元的供需匹配类型与韧性水平，从可编辑的规则表中确定其分区与策略。</translation>
    </message>
    <message>
        <source>The matrix is not reciprocal in {count} places; the first is {first} over {second} = {value}, so {second} over {first} must be {inverse}, not {given}.</source>
        <translation>矩阵有 {count} 处不满足互反性，首个为 {first} 相对 {second} = {value}，因此 {second} 相对 {first} 应为 {inverse}，而不是 {given}。</translation>
    </message>
    <message>
        <source>The mean change point lies at a window of {window} m ({cells} cells).</source>
        <translation>均值变点位于 {window} 米窗口（{cells} 个像元）。</translation>
    </message>
    <message>
        <source>The member may add and change rows of its own unit.</source>
        <translation>成员可添加和修改本单元的行。</translation>
    </message>
    <message>
        <source>The method limits needs the limits of the levels.</source>
        <translation>方法 limits 需要等级界限。</translation>
    </message>
    <message>
        <source>The method manual needs limits.</source>
        <translation>manual 方法需要给出界限。</translation>
    </message>
    <message>
        <source>The method needs at least {fewest} sources, but there is only {count}. Add sources, or check the source field, the filter and the selection.</source>
        <translation>该方法至少需要 {fewest} 个生态源地，但只有 {count} 个。请增加源地，或检查源地字段、图层筛选条件与所选要素。</translation>
    </message>
    <message>
        <source>The method value needs a threshold.</source>
        <translation>value 方法需要阈值。</translation>
    </message>
    <message>
        <source>The model {name} could not be loaded.</source>
        <translation>模型 {name} 无法加载。</translation>
    </message>
    <message>
        <source>The mosaic holds the cells where a detour costs at most this much more than the cheapest path, in metres. Empty: a tenth of the median cost of the links.</source>
        <translation>镶嵌图保留绕行成本比最小成本路径最多高出此值的像元，单位为米。留空：连接成本中位数的十分之一。</translation>
    </message>
    <message>
        <source>The name tells no layer of the data standard; values were not checked against a range.</source>
        <translation>图层名称与数据标准中的图层均不对应；未检查取值范围。</translation>
    </message>
    <message>
        <source>The names {names} are not all different; name the layers apart.</source>
        <translation>名称 {names} 有重复；请使用不同的名称。</translation>
    </message>
    <message>
        <source>The needs of all units add up to {need}, their gaps after own funds to {gap} (10^4 CNY); {share} % of the gaps is covered.</source>
        <translation>各单元资金需求合计 {need} 万元，扣除自有资金后缺口 {gap} 万元，其中 {share} % 已落实。</translation>
    </message>
    <message>
        <source>The net present value needs both years and the price of carbon.</source>
        <translation>净现值需要两个年份和碳价格。</translation>
    </message>
    <message>
        <source>The night-light correction compares cells of one land-cover class, and no factor is scored by class. Give the land cover of the night-light correction.</source>
        <translation>夜间灯光修正在同一土地覆被类别内进行比较，但没有按类别赋值的因子。请指定夜间灯光修正所用的土地覆被。</translation>
    </message>
    <message>
        <source>The nomograph needs very fine sand; without it take EPIC.</source>
        <translation>诺谟图需要极细砂；没有时请用 EPIC。</translation>
    </message>
    <message>
        <source>The number of classes is {classes}; it must be 1 or more.</source>
        <translation>级数为 {classes}，必须为 1 或更大。</translation>
    </message>
    <message>
        <source>The number of levels is {count}; it must lie between 2 and {most}.</source>
        <translation>等级数为 {count}，必须在 2 到 {most} 之间。</translation>
    </message>
    <message>
        <source>The optional output of Collaborative restoration units: cu_id, element, unit_code, area_ha, and core_ha, corridor_ha, node_ha and lead_level where it has them.</source>
        <translation>“协同修复单元”的可选输出：cu_id、element、unit_code、area_ha，以及其中的 core_ha、corridor_ha、node_ha 和 lead_level（如有）。</translation>
    </message>
    <message>
        <source>The pairwise comparison table must name the same factors in its rows and columns; {names} stand only in one of them.</source>
        <translation>成对比较表的行与列必须是相同的因子；{names} 只出现在其中之一。</translation>
    </message>
    <message>
        <source>The pairwise comparison table names {name} more than once.</source>
        <translation>成对比较表中 {name} 出现不止一次。</translation>
    </message>
    <message>
        <source>The parent of a county begins with the same four digits, that of a city with the same two.</source>
        <translation>县级单元的上级代码前四位应相同，市级单元的上级代码前两位应相同。</translation>
    </message>
    <message>
        <source>The percentiles of bare soil ({low}) and full vegetation ({high}) must rise between 0 and 100.</source>
        <translation>裸土百分位（{low}）与全植被百分位（{high}）必须在 0 到 100 之间且依次增大。</translation>
    </message>
    <message>
        <source>The percentiles {low} and {high} must ascend between 0 and 100.</source>
        <translation>百分位 {low} 和 {high} 必须在 0 至 100 之间递增。</translation>
    </message>
    <message>
        <source>The price is {price}; it must be 0 or more.</source>
        <translation>价格为 {price}；必须大于或等于 0。</translation>
    </message>
    <message>
        <source>The price of carbon is {price}; it must not be negative.</source>
        <translation>碳价格为 {price}；不得为负。</translation>
    </message>
    <message>
        <source>The prices are those of the shipped table, which is illustrative; give your own.</source>
        <translation>价格取自内置表，仅为示例；请使用您自己的价格。</translation>
    </message>
    <message>
        <source>The priority needs three weights (importance, cross-boundary share, zone), not {count}.</source>
        <translation>优先度需要三个权重（重要性、跨界占比、分区），而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The probability at the dispersal distance must lie between 0 and 1, not {probability}.</source>
        <translation>扩散距离处的概率必须介于 0 和 1 之间，而不是 {probability}。</translation>
    </message>
    <message>
        <source>The project {path} could not be written: {reason}</source>
        <translation>项目 {path} 无法写入：{reason}</translation>
    </message>
    <message>
        <source>The projects with chosen (1 or 0) and phase (from 1; empty where not chosen).</source>
        <translation>项目，含 chosen（1 或 0）和 phase（从 1 起；未选为空）。</translation>
    </message>
    <message>
        <source>The provincial budget of {budget} cannot meet the floors: core areas and cross-regional corridors ask for {core} in {cores} units, fiscally weak units for {weak} in {weaks} units, together {asked}. Raise the budget to at least {needed}, or lower the floors to {scale} of what they are. With this budget {missing} would be missing, first in: {units}.</source>
        <translation>省级预算 {budget} 无法满足保底要求：核心区与跨区域廊道涉及 {cores} 个单元、需 {core}，财政薄弱地区涉及 {weaks} 个单元、需 {weak}，合计 {asked}。请将预算提高到至少 {needed}，或将保底比例降至现值的 {scale}。按此预算将缺口 {missing}，主要在：{units}。</translation>
    </message>
    <message>
        <source>The public may read but not write.</source>
        <translation>公众只能读取，不能写入。</translation>
    </message>
    <message>
        <source>The question {question} has no answer. Leave it out, or check its field.</source>
        <translation>问题 {question} 没有答案。请略去该问题，或检查其字段。</translation>
    </message>
    <message>
        <source>The radii from {smallest} to {largest} m in steps of {step} m are {count}; take a larger step, so that at most {most} remain.</source>
        <translation>半径从 {smallest} 到 {largest} 米、步长 {step} 米共有 {count} 种；请加大步长，使其不超过 {most} 种。</translation>
    </message>
    <message>
        <source>The radii go from {smallest} to {largest} m in steps of {step} m. The largest must not be below the smallest, and the step must be above 0.</source>
        <translation>半径从 {smallest} 到 {largest} 米，步长 {step} 米。最大半径不得小于最小半径，步长须大于 0。</translation>
    </message>
    <message>
        <source>The radius is {radius} cells; the window needs at least one cell on every side of its target. Choose a larger radius or finer cells.</source>
        <translation>半径为 {radius} 个像元；窗口在目标的每一侧至少需要一个像元。请选择更大的半径或更细的像元。</translation>
    </message>
    <message>
        <source>The radius of {radius} cells is larger than the raster of {rows} x {columns} cells: every window would hold all of it. Choose a smaller radius, usually the dispersal distance of the species.</source>
        <translation>{radius} 个像元的半径大于 {rows} x {columns} 像元的栅格：每个窗口都会包含整个栅格。请选择更小的半径，通常取物种的扩散距离。</translation>
    </message>
    <message>
        <source>The rank of the restoration zones is read from the field {field}.</source>
        <translation>修复分区的优先次序取自字段 {field}。</translation>
    </message>
    <message>
        <source>The raster holds</source>
        <translation>栅格内容</translation>
    </message>
    <message>
        <source>The raster holds {number} classes where a pattern has background 1, foreground 2 and perhaps missing 0; code (cells) of the others: {listed}. Name the foreground classes, so that all other classes become background.</source>
        <translation>栅格含有 {number} 个类别，而格局只应有背景 1、前景 2 以及可能的缺失 0；其他编码（像元数）：{listed}。请指定前景类别，其余类别将作为背景。</translation>
    </message>
    <message>
        <source>The raster is worked tile by tile in temporary files in {folder}</source>
        <translation>在 {folder} 的临时文件中逐块计算栅格</translation>
    </message>
    <message>
        <source>The rasters to align; all bands are carried over.</source>
        <translation>需要对齐的栅格；所有波段均会保留。</translation>
    </message>
    <message>
        <source>The rate must be above 0, and at least 1 stepping stone must be wanted.</source>
        <translation>衰减率必须大于 0，且至少需要 1 个踏脚石。</translation>
    </message>
    <message>
        <source>The reach is {value} m; it must be above 0.</source>
        <translation>搜索半径为 {value} m；必须大于 0。</translation>
    </message>
    <message>
        <source>The reach of {reach} m is larger than the whole area ({across} m). It must be in metres.</source>
        <translation>可达距离 {reach} 米大于整个区域（{across} 米）。单位必须是米。</translation>
    </message>
    <message>
        <source>The reach of {reach} m is smaller than a cell, so that people reach the green space of their own cell only. It must be in metres.</source>
        <translation>可达距离 {reach} 米小于一个像元，因此居民只能到达本像元的绿地。单位必须是米。</translation>
    </message>
    <message>
        <source>The reference mean of {name} is {mean}; it must be above 0.</source>
        <translation>{name} 的参照均值为 {mean}；必须大于 0。</translation>
    </message>
    <message>
        <source>The regional correction needs precipitation and temperature of the area and of the reference.</source>
        <translation>区域修正需要研究区和参照区的降水与气温。</translation>
    </message>
    <message>
        <source>The relief window is {window} metres; it must be above 0.</source>
        <translation>地形起伏度窗口为 {window} 米；必须大于 0。</translation>
    </message>
    <message>
        <source>The resistance must rise from {minimum} to {maximum}: the smallest must be above 0 and below the largest.</source>
        <translation>阻力值须由 {minimum} 升至 {maximum}：最小值必须大于 0 且小于最大值。</translation>
    </message>
    <message>
        <source>The resistance table has no rows. Give it one row per land-cover code.</source>
        <translation>阻力值表没有任何行。请为每个土地覆被代码填一行。</translation>
    </message>
    <message>
        <source>The resistances differ by so many orders of magnitude that some steps vanish in the sum. Raise the smallest resistances or lower the largest.</source>
        <translation>阻力值相差的数量级过大，部分移动成本在累加时被舍去。请提高最小阻力值或降低最大阻力值。</translation>
    </message>
    <message>
        <source>The role {member} sees everything by its nature (superuser or BYPASSRLS). Give people a plain role.</source>
        <translation>角色 {member} 天生可见一切（超级用户或 BYPASSRLS）。请给人员使用普通角色。</translation>
    </message>
    <message>
        <source>The rows with slope, slope_low and slope_high (confidence limits), z, p, dates, trend (rising, falling, none).</source>
        <translation>各行，含 slope、slope_low 和 slope_high（置信限）、z、p、dates、trend（rising 上升、falling 下降、none 无）。</translation>
    </message>
    <message>
        <source>The rows with the fields of the standard, access, extra (other fields as text) and version_from (the import that brought them).</source>
        <translation>各行，含标准字段、access、extra（其他字段的文本）和 version_from（带来该行的导入）。</translation>
    </message>
    <message>
        <source>The rules have {count} levels of resilience ({levels}), but {method} divides into two. Choose jenks, quantile, limits or classes.</source>
        <translation>规则表有 {count} 级韧性（{levels}），而 {method} 只分两级。请选择 jenks、quantile、limits 或 classes。</translation>
    </message>
    <message>
        <source>The same limits.</source>
        <translation>界限相同。</translation>
    </message>
    <message>
        <source>The same seed draws the same weights.</source>
        <translation>相同的种子抽取相同的权重。</translation>
    </message>
    <message>
        <source>The same with all resistances equal, ampere.</source>
        <translation>所有阻力相等时的同一数值，安培。</translation>
    </message>
    <message>
        <source>The same, at most what the resistance of the cell exceeds that of restored land.</source>
        <translation>同上，但不超过像元阻力超出修复后土地阻力的部分。</translation>
    </message>
    <message>
        <source>The sample area has room for {found} of {count} towns only; use more rows and columns.</source>
        <translation>示例区只能容纳 {count} 个城镇中的 {found} 个；请增加行列数。</translation>
    </message>
    <message>
        <source>The search ran out of memory. Use coarser cells, clip the layers to the study area, or close other programs.</source>
        <translation>搜索时内存不足。请使用更粗的像元、将图层裁剪到研究区，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The search stops when no selection can be better by more than this share.</source>
        <translation>当任何方案的改进都不可能超过该比例时，搜索停止。</translation>
    </message>
    <message>
        <source>The seasonality constant Z is {value}; it must be above 0.</source>
        <translation>季节性常数 Z 为 {value}；必须大于 0。</translation>
    </message>
    <message>
        <source>The security pattern has {sources} ecological sources with {ha} ha, joined by {corridors} corridors of {km} km in all.</source>
        <translation>生态安全格局包括 {sources} 处生态源地（{ha} ha），由 {corridors} 条廊道连接，总长 {km} km。</translation>
    </message>
    <message>
        <source>The server is PostgreSQL {version}; 15 or newer is needed, whose views respect who reads.</source>
        <translation>服务器为 PostgreSQL {version}；需要 15 或更高版本，其视图会区分读取者。</translation>
    </message>
    <message>
        <source>The service names {names} are not all different; name the services apart.</source>
        <translation>服务名称 {names} 有重复；请使用不同的名称。</translation>
    </message>
    <message>
        <source>The shape c is {value}; it must be above 0.</source>
        <translation>形状参数 c 为 {value}，必须大于 0。</translation>
    </message>
    <message>
        <source>The shape of an exponential curve is {value}; it must lie between -500 and 500.</source>
        <translation>指数曲线的形状参数为 {value}，必须在 -500 与 500 之间。</translation>
    </message>
    <message>
        <source>The share of {type} is {share}; it must lie between 0 and 1.</source>
        <translation>{type} 的份额为 {share}；须在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>The shares of erosivity must not be negative, and at least one must be above 0.</source>
        <translation>侵蚀力份额不得为负，且至少一个大于 0。</translation>
    </message>
    <message>
        <source>The shares of priority, difficulty and gap are {shares}; give three numbers of 0 or more that are not all 0.</source>
        <translation>优先度、难度与缺口的比重为 {shares}；请给出三个不小于 0 且不全为 0 的数。</translation>
    </message>
    <message>
        <source>The shares of province, city and county add up to {total} in row {row}; they must add up to 1.</source>
        <translation>第 {row} 行省、市、县分担比例之和为 {total}；必须等于 1。</translation>
    </message>
    <message>
        <source>The shares of the levels are those of the shipped table, which is illustrative.</source>
        <translation>各级分担比例取自内置示例表。</translation>
    </message>
    <message>
        <source>The shares {field} of {count} {group} do not add up to 1; the first is {key} with {total}.</source>
        <translation>有 {count} 个 {group} 的份额 {field} 合计不为 1，第一个是 {key}，合计 {total}。</translation>
    </message>
    <message>
        <source>The significance is {value}; it must be above 0 and at most 1.</source>
        <translation>显著性水平为 {value}；必须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>The smallest distance is larger than the largest.</source>
        <translation>最小距离大于最大距离。</translation>
    </message>
    <message>
        <source>The smallest radius of {radius} m is less than a cell of {cell} m. Give at least the cell size.</source>
        <translation>最小半径 {radius} 米小于一个像元（{cell} 米）。请至少给出像元大小。</translation>
    </message>
    <message>
        <source>The soil that still erodes is the demand for soil conservation.

actual: demand = actual erosion * cell area. excess: demand = max(actual erosion - tolerance, 0) * cell area. Tonnes per year and cell; 1 t/ha is 100 t/km2.

Tolerable erosion by SL190-2007: loess plateau of the northwest 10, black soil of the northeast and rocky mountains of the north 2, red soil hills of the south and karst of the southwest 5 t/ha/yr.

Give the erosion raster that Soil conservation writes.</source>
        <translation>仍在流失的土壤即为土壤保持服务的需求。

actual：需求 = 实际侵蚀量 × 像元面积。excess：需求 = max(实际侵蚀量 − 容许流失量, 0) × 像元面积。单位吨/年/像元；1 吨/公顷 = 100 吨/平方公里。

SL190-2007 容许土壤流失量：西北黄土高原区 10，东北黑土区和北方土石山区 2，南方红壤丘陵区和西南岩溶区 5 吨/公顷/年。

请使用“土壤保持”工具输出的侵蚀栅格。</translation>
    </message>
    <message>
        <source>The source_id of every cell; nodata elsewhere.</source>
        <translation>每个像元的 source_id；其余为无数据。</translation>
    </message>
    <message>
        <source>The sources the links lead to.</source>
        <translation>连接所通向的源地。</translation>
    </message>
    <message>
        <source>The sown area of all crops is 0; the value of the standard equivalent has no basis.</source>
        <translation>全部作物播种面积为 0；标准当量价值没有依据。</translation>
    </message>
    <message>
        <source>The spread of the weights is {spread} and the number of draws {draws}; they must lie between 0 and 1, and be at least 1.</source>
        <translation>权重扰动幅度为 {spread}，抽样次数为 {draws}；前者须在 0 到 1 之间，后者至少为 1。</translation>
    </message>
    <message>
        <source>The standard as a page.</source>
        <translation>以网页给出数据标准。</translation>
    </message>
    <message>
        <source>The standard equivalent is worth {value} per ha and year.</source>
        <translation>一个标准当量每公顷每年价值 {value}。</translation>
    </message>
    <message>
        <source>The standard of green space is {value} m2 per person; it must not be negative.</source>
        <translation>绿地标准为每人 {value} m2；不得为负。</translation>
    </message>
    <message>
        <source>The store was made for version {store} of the data standard; this plugin uses {known}. Let whoever keeps it save the database (pg_dump) and run Create data store on its connection.</source>
        <translation>该库按数据标准第 {store} 版创建，本插件使用第 {known} 版。请库的管理者先备份数据库（pg_dump），再在其连接上运行“创建数据库”。</translation>
    </message>
    <message>
        <source>The strengths of all {count} sources are 0, so no current flows. Check the field or table of strengths.</source>
        <translation>全部 {count} 个源地的强度均为 0，因此没有电流。请检查强度字段或强度表。</translation>
    </message>
    <message>
        <source>The study area lies {east} m east and {north} m north of the data. Boundaries from web maps in China (GCJ-02) are displaced like this, here by about {expected} m; check where it comes from.</source>
        <translation>研究区边界相对数据向东偏移 {east} 米、向北偏移 {north} 米。国内网络地图（GCJ-02）的边界有类似偏移，此处约为 {expected} 米；请核实边界来源。</translation>
    </message>
    <message>
        <source>The study area of {area} km² with {units} administrative units falls into {zones} restoration zones; the largest, {zone}, takes {share} % of it.</source>
        <translation>研究区面积 {area} km²，{units} 个行政单元，划分为 {zones} 类修复分区；面积最大的 {zone} 占 {share} %。</translation>
    </message>
    <message>
        <source>The style of {path} could not be written.</source>
        <translation>无法写入 {path} 的样式。</translation>
    </message>
    <message>
        <source>The supply table has {supply} values (units x services), the demand table {demand}.</source>
        <translation>供给表有 {supply} 个值（单元 × 服务），需求表有 {demand} 个。</translation>
    </message>
    <message>
        <source>The table has no code column; its columns are {columns}.</source>
        <translation>表中没有代码列；现有列为 {columns}。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表中没有记录。</translation>
    </message>
    <message>
        <source>The table has {count} codes that do not occur in the land cover: {codes}.</source>
        <translation>表中有 {count} 个代码未出现在土地覆被中：{codes}。</translation>
    </message>
    <message>
        <source>The table holds no indicator.</source>
        <translation>表中没有指标。</translation>
    </message>
    <message>
        <source>The table is in the encoding GBK (GB18030); QGIS itself shows its Chinese text as signs without meaning.</source>
        <translation>该表采用 GBK（GB18030）编码；QGIS 本身会将其中的中文显示为乱码。</translation>
    </message>
    <message>
        <source>The teams could not be assigned: {reason}</source>
        <translation>团队无法分派：{reason}</translation>
    </message>
    <message>
        <source>The techniques are those of the shipped table, which is illustrative.</source>
        <translation>技术取自内置示例表。</translation>
    </message>
    <message>
        <source>The template {path} is no layout with a map whose id is map; export one from the layout window, or leave the template empty.</source>
        <translation>模板{path}不是含有标识为map的地图项的布局；请从布局窗口导出模板，或将模板留空。</translation>
    </message>
    <message>
        <source>The threat {name} has no raster, and no land cover classes in the column classes of the threat table. Give a raster named like it.</source>
        <translation>威胁 {name} 没有栅格，威胁表的 classes 列中也没有土地覆被类别。请提供以其命名的栅格。</translation>
    </message>
    <message>
        <source>The threat {name} occurs nowhere.</source>
        <translation>威胁 {name} 没有出现在任何像元。</translation>
    </message>
    <message>
        <source>The threat {name} reaches no habitat: no cell has a habitat suitability above 0. Check the column habitat.</source>
        <translation>威胁 {name} 影响不到任何生境：没有生境适宜性大于 0 的像元。请检查 habitat 列。</translation>
    </message>
    <message>
        <source>The threat {name} reaches no habitat: the nearest habitat is {nearest} m away, and it reaches {reach} m. Check its max_dist and the raster.</source>
        <translation>威胁 {name} 影响不到任何生境：最近的生境在 {nearest} 米以外，而其影响距离为 {reach} 米。请检查 max_dist 和栅格。</translation>
    </message>
    <message>
        <source>The time limit ended the search: a better selection may exist, by {gap} at most.</source>
        <translation>时间限制结束了搜索：可能存在更好的方案，最多好 {gap}。</translation>
    </message>
    <message>
        <source>The time {time} occurs {count} times; every layer needs a time of its own.</source>
        <translation>时间 {time} 出现 {count} 次；每个图层需要各自的时间。</translation>
    </message>
    <message>
        <source>The tolerable erosion is {value} t/ha/yr; it must not be negative.</source>
        <translation>容许土壤流失量为 {value} 吨/公顷/年；不得为负。</translation>
    </message>
    <message>
        <source>The tools read it as it is; save it as CSV UTF-8, so that other programs do too.</source>
        <translation>本工具箱可直接读取；建议另存为 UTF-8 编码的 CSV，以便其他程序也能读取。</translation>
    </message>
    <message>
        <source>The topographic index is 0 or below in {count} cells, which hold back nothing.</source>
        <translation>有 {count} 个像元的地形指数不大于 0，这些像元不涵养水源。</translation>
    </message>
    <message>
        <source>The unfinished layer {layer} could not be removed from {path}. Delete it there when the disk has free space.</source>
        <translation>未写完的图层 {layer} 无法从 {path} 中删除。请在磁盘有空间后手动删除。</translation>
    </message>
    <message>
        <source>The unit raster holds unit {highest} but only {number} units are expected.</source>
        <translation>单元栅格中出现单元 {highest}，但应只有 {number} 个单元。</translation>
    </message>
    <message>
        <source>The units with all their fields and the sum of their cells; NULL where a unit has no known cell.</source>
        <translation>带全部原有字段的单元及其像元之和；单元内无已知像元时为 NULL。</translation>
    </message>
    <message>
        <source>The units with built_percent, population_density, gdp_density (per km2) and composite_demand.</source>
        <translation>带有 built_percent、population_density、gdp_density（每平方千米）和 composite_demand 字段的单元。</translation>
    </message>
    <message>
        <source>The units with need, own, gap, provincial, social, funded, unmet (10^4 CNY) and share (funded of need, 0 to 1; empty where there is no need); with loans also loan and subsidy.</source>
        <translation>各单元的需求 need、自有资金 own、缺口 gap、省级资金 provincial、社会资本 social、已落实 funded、未满足 unmet（万元）以及保障率 share（已落实占需求之比，0 到 1；无需求时为空）；有贷款时另有贷款 loan 与贴息 subsidy。</translation>
    </message>
    <message>
        <source>The units with priority (closeness, 0 to 1), priority_rank, priority_class (1 first), drivers, rank_low and rank_high (5th and 95th percentile of the rank), first_share (of draws among the first tenth), and the share of every criterion.</source>
        <translation>单元，含 priority（贴近度，0 到 1）、priority_rank、priority_class（1 最优先）、drivers、rank_low 和 rank_high（排序的第 5 和第 95 百分位）、first_share（进入前十分之一的抽样比例），以及各准则的份额。</translation>
    </message>
    <message>
        <source>The units with technique (best), suitability, techniques (the best with their suitability), bottlenecks, team, with seats also team_seat (the unit it comes from) and team_km, and cost_wan of the best technique.</source>
        <translation>各单元及其 technique（最佳技术）、suitability（适宜性）、techniques（若干最佳技术及适宜性）、bottlenecks（技术瓶颈）、team（团队），有驻地时还有 team_seat（来自哪个单元）和 team_km（距离），以及最佳技术的 cost_wan（万元）。</translation>
    </message>
    <message>
        <source>The upper limits of the erosion classes are {limits} t/km2/yr; they must be above 0 and rise from class to class.</source>
        <translation>侵蚀分级的上限为 {limits} t/km2/yr；须大于 0 且逐级增大。</translation>
    </message>
    <message>
        <source>The value {value} looks like nodata that is not declared.</source>
        <translation>数值 {value} 疑似未声明的无效值。</translation>
    </message>
    <message>
        <source>The values of suitability 0 and 1 are {first} and {second}; they must be two different numbers.</source>
        <translation>适宜性 0 与 1 对应的值为 {first} 与 {second}；必须是两个不同的数。</translation>
    </message>
    <message>
        <source>The values of the raster are multiplied by it. 1 if the file is in the chosen unit or stores its scale; 0.0001 for raw MOD17.</source>
        <translation>栅格值乘以该因子。若文件已为所选单位或自带比例因子则为 1；MOD17 原始数据为 0.0001。</translation>
    </message>
    <message>
        <source>The vector layer with the class 1 to k of every feature.</source>
        <translation>带有每个要素级别（1 至 k）的矢量图层。</translation>
    </message>
    <message>
        <source>The water use by {name} is {value}; it must not be negative.</source>
        <translation>{name} 的用水指标为 {value}；不得为负。</translation>
    </message>
    <message>
        <source>The wealth of all {count} units is 0.</source>
        <translation>全部 {count} 个单元的财富均为 0。</translation>
    </message>
    <message>
        <source>The weight "{text}" is no number. Write 0.5, 0.3, 0.2 or landcover=0.5, slope=0.5.</source>
        <translation>权重“{text}”不是数字。请写成 0.5, 0.3, 0.2 或 landcover=0.5, slope=0.5。</translation>
    </message>
    <message>
        <source>The weight of {name} is {value}; weights must be 0 or more.</source>
        <translation>{name} 的权重为 {value}；权重必须不小于 0。</translation>
    </message>
    <message>
        <source>The weighting {method} makes the weights itself: leave Weights empty, or choose manual.</source>
        <translation>赋权方法 {method} 自行计算权重：请将权重留空，或选择 manual。</translation>
    </message>
    <message>
        <source>The weights come from the scores of {count} cells; they change with the extent.</source>
        <translation>权重由 {count} 个像元的赋值计算，随范围而变。</translation>
    </message>
    <message>
        <source>The weights come from {count} units or cells.</source>
        <translation>权重由 {count} 个单元或像元计算。</translation>
    </message>
    <message>
        <source>The weights must be at least 0, and one of them above 0.</source>
        <translation>权重不得小于 0，且至少有一个大于 0。</translation>
    </message>
    <message>
        <source>The weights of all {count} threats are 0; give at least one a positive weight.</source>
        <translation>全部 {count} 个威胁的权重均为 0；至少应有一个为正。</translation>
    </message>
    <message>
        <source>The weights of the neighbours of a unit sum to 1, so that units with many neighbours do not count more.</source>
        <translation>单元各邻居的权重之和为 1，使邻居多的单元不占更大比重。</translation>
    </message>
    <message>
        <source>The weights rest on the shipped illustrative judgements; give your own.</source>
        <translation>权重基于随附的示例判断矩阵；请提供自己的判断。</translation>
    </message>
    <message>
        <source>The weights summed to {total} and were scaled to sum 1.</source>
        <translation>权重之和为 {total}，已归一化为 1。</translation>
    </message>
    <message>
        <source>The whole plan: ecological security pattern, supply-demand zones, cross-regional restoration units, funding, report and map. Calls the models security_pattern, supply_demand_zoning and collaborative_plan.</source>
        <translation>完整规划：生态安全格局、供需分区、跨区域修复单元、资金、报告与地图。调用模型 security_pattern、supply_demand_zoning 与 collaborative_plan。</translation>
    </message>
    <message>
        <source>The window is one cell, in which there is one class; choose a larger one.</source>
        <translation>窗口仅为一个像元，只含一个类别；请选择更大的窗口。</translation>
    </message>
    <message>
        <source>The window is wider than the raster, so that the edge cuts every window. Current near the edge is too low; use a smaller radius or a larger raster.</source>
        <translation>窗口比栅格宽，因此每个窗口都被边缘截断。边缘附近的电流偏低；请使用更小的半径或更大的栅格。</translation>
    </message>
    <message>
        <source>The window is {window} metres and the cell {width} x {height}; all must be above 0.</source>
        <translation>窗口为 {window} 米，像元为 {width} x {height}，均必须大于 0。</translation>
    </message>
    <message>
        <source>The work is done, but {path} cannot be deleted: {reason}. Delete it, otherwise nobody can write the store.</source>
        <translation>工作已完成，但无法删除 {path}：{reason}。请将其删除，否则无人能写入数据库。</translation>
    </message>
    <message>
        <source>The {count} projects have no allocated funds; an execution rate needs some.</source>
        <translation>{count} 个项目均无安排资金；计算执行率需要安排资金。</translation>
    </message>
    <message>
        <source>The {count} required projects ask for {cost} of fund {fund}, which has {budget}: {missing} are missing. Raise the budget or require fewer of: {names}.</source>
        <translation>{count} 个必选项目需要资金 {fund} 共 {cost}，而该资金只有 {budget}：缺口 {missing}。请增加预算，或减少必选项目：{names}。</translation>
    </message>
    <message>
        <source>The {count} required projects cannot all be done whatever the money: what they need or exclude, and the phases they are allowed, stand against it. Widen their phases or require fewer of: {names}.</source>
        <translation>{count} 个必选项目无论资金多少都无法全部实施：它们的依赖或互斥关系以及允许的阶段不容许。请放宽其阶段，或减少必选项目：{names}。</translation>
    </message>
    <message>
        <source>The {count} required projects fit into their phases only with more money, at the least {parts}. Raise these budgets, widen the phases, let money carry over, or require fewer of: {names}.</source>
        <translation>{count} 个必选项目只有增加资金才能在其阶段内实施，至少需增加 {parts}。请提高这些预算、放宽阶段、允许资金结转，或减少必选项目：{names}。</translation>
    </message>
    <message>
        <source>The {name} is {value} in all {count} places, so it cannot be scaled. Check the layer or the field.</source>
        <translation>全部 {count} 个地点的 {name} 均为 {value}，无法标准化。请检查图层或字段。</translation>
    </message>
    <message>
        <source>The {name} is {value}; it must be 0 or more.</source>
        <translation>{name} 为 {value}，必须不小于 0。</translation>
    </message>
    <message>
        <source>The {name} table needs units x services; it has {shape} values.</source>
        <translation>{name} 表应为单元 × 服务，而其大小为 {shape}。</translation>
    </message>
    <message>
        <source>The {name} variable is {value} in all {count} units, so nothing can cluster. Check the field.</source>
        <translation>变量 {name} 在全部 {count} 个单元中均为 {value}，不可能出现聚集。请检查字段。</translation>
    </message>
    <message>
        <source>The {shown} cheapest of {count} corridors.</source>
        <translation>共{count}条廊道，列出成本最低的{shown}条。</translation>
    </message>
    <message>
        <source>The {shown} largest of {count} flows.</source>
        <translation>{count} 条流量中最大的 {shown} 条。</translation>
    </message>
    <message>
        <source>The {shown} units with the largest net positions of {count} that take part; those that pay first.</source>
        <translation>参与的 {count} 个单元中净收支最大的 {shown} 个，支付方在前。</translation>
    </message>
    <message>
        <source>Their mean per patch goes into fields mean_&lt;layer name&gt;, such as importance or sensitivity.</source>
        <translation>其每个斑块的均值写入字段 mean_&lt;图层名&gt;，例如重要性或敏感性。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There are crossing structures but no barriers, so they open nothing.</source>
        <translation>有穿越设施但没有障碍，因此不起作用。</translation>
    </message>
    <message>
        <source>There are no grounds: every cell is nodata or, as conductance, 0.</source>
        <translation>没有接地：所有像元均为无数据，或以电导计为 0。</translation>
    </message>
    <message>
        <source>There are no links; barriers are sought on the ways between linked sources.</source>
        <translation>没有连接；障碍点要在相连源地之间的通路上查找。</translation>
    </message>
    <message>
        <source>There are no links; pinch points are sought in the corridors between linked sources.</source>
        <translation>没有连接；夹点在相连源地之间的廊道内查找。</translation>
    </message>
    <message>
        <source>There are no sources of current: every cell is nodata or 0.</source>
        <translation>没有电流源：所有像元均为无数据或 0。</translation>
    </message>
    <message>
        <source>There are only {count} different interactions, and so no more classes.</source>
        <translation>只有 {count} 个不同的相互作用强度，因此等级数不再增加。</translation>
    </message>
    <message>
        <source>There are only {days} days of rain. R of a year needs whole years; the sums are scaled to a year of the same days.</source>
        <translation>只有 {days} 日的降雨。全年 R 需要整年资料；总和按同样的日折算到一年。</translation>
    </message>
    <message>
        <source>There are {bands} bands for {indicators} indicators.</source>
        <translation>{indicators} 个指标对应 {bands} 个波段，数目不符。</translation>
    </message>
    <message>
        <source>There are {codes} unit codes and {parents} codes of higher units.</source>
        <translation>共有 {codes} 个单元代码和 {parents} 个上级单元代码。</translation>
    </message>
    <message>
        <source>There are {count} classes; check that this is a class raster.</source>
        <translation>共有 {count} 个类别；请确认这是分类栅格。</translation>
    </message>
    <message>
        <source>There are {count} different codes, more than {most}; diversity needs classes. Choose the class raster, or classify the values first.</source>
        <translation>共有 {count} 个不同的代码，超过 {most} 个；多样性需要类别数据。请选择分类栅格，或先对数值分级。</translation>
    </message>
    <message>
        <source>There are {directions} directions for {count} indicators.</source>
        <translation>{count} 个指标却有 {directions} 个方向。</translation>
    </message>
    <message>
        <source>There are {factors} factors and {rules} gradings; give one of each per factor.</source>
        <translation>因子有 {factors} 个，分级规则 {rules} 个；每个因子各需一个。</translation>
    </message>
    <message>
        <source>There are {factors} factors, {rules} score tables and {weights} weights; give one of each per factor.</source>
        <translation>共有 {factors} 个因子、{rules} 个赋值表和 {weights} 个权重；每个因子各需一个。</translation>
    </message>
    <message>
        <source>There are {names} factor names for {count} factors.</source>
        <translation>{count} 个因子却有 {names} 个因子名称。</translation>
    </message>
    <message>
        <source>There are {names} names and {directions} directions for {count} indicators.</source>
        <translation>{count} 个指标却有 {names} 个名称和 {directions} 个方向。</translation>
    </message>
    <message>
        <source>There are {names} names for {count} indicators.</source>
        <translation>{count} 个指标却有 {names} 个名称。</translation>
    </message>
    <message>
        <source>There are {names} names for {layers} layers; give one per layer, in their order.</source>
        <translation>{layers} 个图层有 {names} 个名称；请按顺序为每个图层提供一个。</translation>
    </message>
    <message>
        <source>There are {names} names for {rasters} rasters; give one per raster, in their order.</source>
        <translation>{rasters} 个栅格有 {names} 个名称；请按顺序为每个栅格提供一个。</translation>
    </message>
    <message>
        <source>There are {names} names of threat rasters for {count} rasters.</source>
        <translation>给出了 {names} 个威胁栅格名称，而栅格有 {count} 个。</translation>
    </message>
    <message>
        <source>There are {shares} shares of erosivity for {ratios} periods of vegetation cover; give one per period.</source>
        <translation>{ratios} 个时段的植被覆盖度有 {shares} 个侵蚀力份额；请每个时段给出一个。</translation>
    </message>
    <message>
        <source>There are {supply} supply rasters, {demand} demand rasters and {names} service names; give one of each per service, in the same order.</source>
        <translation>共有 {supply} 个供给栅格、{demand} 个需求栅格和 {names} 个服务名称；请按相同顺序为每项服务各提供一个。</translation>
    </message>
    <message>
        <source>There are {threats} threats, {rasters} threat rasters and {columns} sensitivities; give one of each per threat.</source>
        <translation>威胁有 {threats} 个，威胁栅格 {rasters} 个，敏感度 {columns} 个；每个威胁各需一个。</translation>
    </message>
    <message>
        <source>There are {values} values for {units} units.</source>
        <translation>{units} 个单元有 {values} 个值。</translation>
    </message>
    <message>
        <source>There are {weights} weights for {count} factors.</source>
        <translation>{count} 个因子却有 {weights} 个权重。</translation>
    </message>
    <message>
        <source>There are {weights} weights for {services} services; give one per service.</source>
        <translation>{services} 项服务有 {weights} 个权重，请为每项服务提供一个。</translation>
    </message>
    <message>
        <source>There are {years} years between the two land covers; the later one must be at least one whole year after the first.</source>
        <translation>两期土地覆被相隔 {years} 年；后一期须至少晚整整一年。</translation>
    </message>
    <message>
        <source>There are {years} years between the two storages; the number must be above 0.</source>
        <translation>两期储量相隔 {years} 年；必须大于 0。</translation>
    </message>
    <message>
        <source>There are {years} years, {costs} costs and {benefits} benefits.</source>
        <translation>共有 {years} 个年份、{costs} 个成本和 {benefits} 个效益。</translation>
    </message>
    <message>
        <source>There is more very fine sand than sand in {count} cells; it is a part of the sand, in % of the whole soil.</source>
        <translation>{count} 个像元极细砂多于砂粒；极细砂是砂粒的一部分，以占全土的 % 计。</translation>
    </message>
    <message>
        <source>There is no PostgreSQL connection called {name}. QGIS knows: {known}. Add it in the browser, with its user and password in the authentication of QGIS.</source>
        <translation>没有名为 {name} 的 PostgreSQL 连接。QGIS 已知：{known}。请在浏览器中添加，用户名和密码存入 QGIS 认证系统。</translation>
    </message>
    <message>
        <source>There is no answer.</source>
        <translation>没有答案。</translation>
    </message>
    <message>
        <source>There is no background: {foreground} cells are foreground, {missing} are missing, so that no edge can be found. Choose fewer foreground classes; cells without data do not count as background.</source>
        <translation>没有背景：{foreground} 个像元为前景，{missing} 个缺失，因此无法确定边缘。请减少前景类别；无数据像元不算作背景。</translation>
    </message>
    <message>
        <source>There is no barrier: no window saves anything, or all patches are too small. Try smaller radii or a lower threshold.</source>
        <translation>没有障碍点：没有窗口能节省成本，或所有斑块过小。请尝试更小的半径或更低的阈值。</translation>
    </message>
    <message>
        <source>There is no candidate for a stepping stone.</source>
        <translation>没有踏脚石候选斑块。</translation>
    </message>
    <message>
        <source>There is no classification method {method}; choose one of {methods}.</source>
        <translation>没有分级方法 {method}，请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no combination {method}; choose one of {methods}.</source>
        <translation>没有合成方式 {method}；请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no curve {curve}; choose one of {curves}.</source>
        <translation>没有名为 {curve} 的曲线；请选择 {curves} 之一。</translation>
    </message>
    <message>
        <source>There is no day of rain.</source>
        <translation>没有任何一日的降雨。</translation>
    </message>
    <message>
        <source>There is no factor to build a resistance surface from.</source>
        <translation>没有可用于构建阻力面的因子。</translation>
    </message>
    <message>
        <source>There is no factor to judge importance by.</source>
        <translation>没有可用于评价重要性的因子。</translation>
    </message>
    <message>
        <source>There is no field {field} for the service {service}; name the services as in the fields &lt;service&gt;_supply and &lt;service&gt;_demand.</source>
        <translation>服务 {service} 没有字段 {field}；服务名称须与字段 &lt;service&gt;_supply 和 &lt;service&gt;_demand 一致。</translation>
    </message>
    <message>
        <source>There is no foreground: {background} cells are background, {missing} are missing. Foreground is code 2 of a pattern coded 0, 1, 2; for any other raster name the foreground classes.</source>
        <translation>没有前景：{background} 个像元为背景，{missing} 个缺失。在编码为 0、1、2 的格局中，前景的编码为 2；其他栅格请指定前景类别。</translation>
    </message>
    <message>
        <source>There is no habitat cell to build source patches from.</source>
        <translation>没有可用于提取源地斑块的生境像元。</translation>
    </message>
    <message>
        <source>There is no known cell to take a value from: all are nodata.</source>
        <translation>没有可取值的已知像元：全部为无数据。</translation>
    </message>
    <message>
        <source>There is no link, and so no interaction.</source>
        <translation>没有连接，因此没有相互作用。</translation>
    </message>
    <message>
        <source>There is no link, and so no network.</source>
        <translation>没有连接，因此没有网络。</translation>
    </message>
    <message>
        <source>There is no method {method}; choose one of {methods}.</source>
        <translation>没有方法 {method}；请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no night-light correction {form}; choose one of {forms}.</source>
        <translation>没有名为 {form} 的夜间灯光修正；请选择 {forms} 之一。</translation>
    </message>
    <message>
        <source>There is no part of a collaborative unit.</source>
        <translation>没有协同单元的组成部分。</translation>
    </message>
    <message>
        <source>There is no pinch point: all patches are too small, or no cell reaches the threshold.</source>
        <translation>没有夹点：所有斑块过小，或没有像元达到阈值。</translation>
    </message>
    <message>
        <source>There is no project.</source>
        <translation>没有项目。</translation>
    </message>
    <message>
        <source>There is no raster to import.</source>
        <translation>没有可导入的栅格。</translation>
    </message>
    <message>
        <source>There is no role {member} on the server. Have it made, or let this tool make it.</source>
        <translation>服务器上没有角色 {member}。请让人创建，或由本工具创建。</translation>
    </message>
    <message>
        <source>There is no row to import.</source>
        <translation>没有可导入的行。</translation>
    </message>
    <message>
        <source>There is no row with costs or benefits.</source>
        <translation>没有包含成本或效益的行。</translation>
    </message>
    <message>
        <source>There is no rule {rule} for neighbours; choose one of {rules}.</source>
        <translation>没有邻居规则 {rule}；请从 {rules} 中选择。</translation>
    </message>
    <message>
        <source>There is no scaling {method}; choose one of {methods}.</source>
        <translation>没有标准化方法 {method}，请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no source to measure distances from.</source>
        <translation>没有可用于测量距离的生态源地。</translation>
    </message>
    <message>
        <source>There is no terrain indicator {name}; there are {names}.</source>
        <translation>没有名为 {name} 的地形指标；可用的有 {names}。</translation>
    </message>
    <message>
        <source>There is no threat; habitat quality needs at least one.</source>
        <translation>没有威胁因子；计算生境质量至少需要一个。</translation>
    </message>
    <message>
        <source>There is no transform {method}; choose one of {methods}.</source>
        <translation>没有名为 {method} 的转换；请选择 {methods} 之一。</translation>
    </message>
    <message>
        <source>There is no unit or no team.</source>
        <translation>没有单元或没有团队。</translation>
    </message>
    <message>
        <source>There is no unit to fund.</source>
        <translation>没有可供分配资金的单元。</translation>
    </message>
    <message>
        <source>There is no value to choose patches from.</source>
        <translation>没有可用于选取斑块的数值。</translation>
    </message>
    <message>
        <source>There is no way {method} to divide resilience into levels; choose one of {methods}.</source>
        <translation>没有划分韧性等级的方法 {method}，请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no way {method} to put the perspectives together; choose one of {methods}.</source>
        <translation>没有合成各维度的方法 {method}，请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no weight for {names}; the weights name {known}.</source>
        <translation>{names} 没有权重；已给出权重的有 {known}。</translation>
    </message>
    <message>
        <source>There is no weighting method {method}; choose one of {methods}.</source>
        <translation>没有赋权方法 {method}，请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is nothing to classify: all {count} values are unknown.</source>
        <translation>没有可分级的数据：全部 {count} 个值均未知。</translation>
    </message>
    <message>
        <source>There must be at least 1 class, not {count}.</source>
        <translation>类别数至少为 1，而不是 {count}。</translation>
    </message>
    <message>
        <source>These classes have too few cells or one NDVI only and get the end members of the whole scene: {codes}.</source>
        <translation>以下地类像元过少或 NDVI 单一，采用整景端元：{codes}。</translation>
    </message>
    <message>
        <source>These criteria are not judged: {names}. The judgements know: {known}.</source>
        <translation>以下准则没有判断值：{names}。判断矩阵包含：{known}。</translation>
    </message>
    <message>
        <source>These factors have the same score everywhere and weigh 0: {names}.</source>
        <translation>以下因子各处赋值相同，权重为 0：{names}。</translation>
    </message>
    <message>
        <source>These factors repeat each other and count double (correlation of 0.8 or more): {pairs}.</source>
        <translation>以下因子相互重复，相当于重复计算（相关系数不低于 0.8）：{pairs}。</translation>
    </message>
    <message>
        <source>These indicators do not vary and weigh 0: {names}.</source>
        <translation>以下指标没有变化，权重为 0：{names}。</translation>
    </message>
    <message>
        <source>These indicators follow from the others (variance inflation factor): {names}</source>
        <translation>以下指标可由其他指标推出（方差膨胀因子）：{names}</translation>
    </message>
    <message>
        <source>These indicators repeat each other (correlation): {pairs}</source>
        <translation>以下指标相互重复（相关系数）：{pairs}</translation>
    </message>
    <message>
        <source>These inputs are missing: {names}. In a model, the results they come from may have been given no place: name a file or TEMPORARY_OUTPUT for them.</source>
        <translation>缺少以下输入：{names}。在模型中，可能是提供它们的结果未指定位置：请为其给出文件或 TEMPORARY_OUTPUT。</translation>
    </message>
    <message>
        <source>These required projects exclude each other: {names}. Require only one of them.</source>
        <translation>以下必选项目互相排斥：{names}。只能必选其中一个。</translation>
    </message>
    <message>
        <source>These threat rasters fit no threat of the table: {rasters}. The threats are {threats}. Name the layers like the threats, or give one raster per threat in their order.</source>
        <translation>以下威胁栅格与威胁表中的任何威胁都不对应：{rasters}。表中的威胁为 {threats}。请用威胁名称命名图层，或按表中顺序为每个威胁各提供一个栅格。</translation>
    </message>
    <message>
        <source>They are kept as text beside the row.</source>
        <translation>这些字段以文本形式随行保存。</translation>
    </message>
    <message>
        <source>This QGIS cannot work with PostgreSQL: its provider is missing.</source>
        <translation>此 QGIS 无法使用 PostgreSQL：缺少其数据提供者。</translation>
    </message>
    <message>
        <source>This database holds no store of EcoRestore. Create it first.</source>
        <translation>该数据库中没有 EcoRestore 的共享数据库。请先创建。</translation>
    </message>
    <message>
        <source>This tool needs a Python library that this QGIS lacks ({reason}). On Windows install python3-scipy with the OSGeo4W setup, on Debian or Ubuntu the package python3-scipy.</source>
        <translation>此工具需要当前 QGIS 缺少的 Python 库（{reason}）。Windows 上请用 OSGeo4W 安装程序安装 python3-scipy，Debian 或 Ubuntu 上请安装软件包 python3-scipy。</translation>
    </message>
    <message>
        <source>Those across boundaries are outlined.</source>
        <translation>以轮廓线显示跨界单元。</translation>
    </message>
    <message>
        <source>Threat rasters</source>
        <translation>威胁栅格</translation>
    </message>
    <message>
        <source>Threat table</source>
        <translation>威胁表</translation>
    </message>
    <message>
        <source>Threat {name} is left out: no roads were given.</source>
        <translation>威胁 {name} 未参与计算：没有提供道路。</translation>
    </message>
    <message>
        <source>Threat {name}: "{word}" in the column classes is neither a land cover code nor the word roads.</source>
        <translation>威胁 {name}：classes 列中的“{word}”既不是土地覆被编码，也不是 roads。</translation>
    </message>
    <message>
        <source>Threat {name}: decay is "{value}"; it must be linear or exponential.</source>
        <translation>威胁 {name}：decay 为“{value}”；只能是 linear（线性）或 exponential（指数）。</translation>
    </message>
    <message>
        <source>Threat {name}: max_dist is {value}; give the metres the threat reaches, above 0.</source>
        <translation>威胁 {name}：max_dist 为 {value}；请填写该威胁影响的最大距离（米），须大于 0。</translation>
    </message>
    <message>
        <source>Threat {name}: max_dist {reach} m is larger than the whole area ({across} m). It must be in metres; let the rasters reach that far beyond the study area.</source>
        <translation>威胁 {name}：max_dist {reach} 米大于整个区域的对角线长度（{across} 米）。其单位须为米；栅格范围应向研究区外扩展同样的距离。</translation>
    </message>
    <message>
        <source>Threat {name}: max_dist {reach} m is smaller than a cell, so it only touches its own cells. It must be in metres; InVEST before 3.15 took kilometres.</source>
        <translation>威胁 {name}：max_dist {reach} 米小于一个像元，只影响其自身所在的像元。其单位须为米；InVEST 3.15 之前以千米为单位。</translation>
    </message>
    <message>
        <source>Threat {name}: raster {layer}.</source>
        <translation>威胁 {name}：栅格 {layer}。</translation>
    </message>
    <message>
        <source>Threat {name}: the weight is {value}; it must be 0 or more.</source>
        <translation>威胁 {name}：权重为 {value}；权重不能小于 0。</translation>
    </message>
    <message>
        <source>Threat {name}: {count} cells of the land cover classes {codes}.</source>
        <translation>威胁 {name}：土地覆被类别 {codes} 的 {count} 个像元。</translation>
    </message>
    <message>
        <source>Threat {name}: {count} cells on roads.</source>
        <translation>威胁 {name}：道路上的 {count} 个像元。</translation>
    </message>
    <message>
        <source>Threats of the rasters in their order, separated by commas, where the layers are named otherwise.</source>
        <translation>图层名称与威胁不同时，按栅格顺序填写各自的威胁名称，用逗号分隔。</translation>
    </message>
    <message>
        <source>Three numbers that say how the proportional plan weighs them.</source>
        <translation>三个数，表示按比例分配方案中三者的比重。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Threshold (quantile)</source>
        <translation>阈值（分位数）</translation>
    </message>
    <message>
        <source>Tillage factor T</source>
        <translation>耕作措施因子 T</translation>
    </message>
    <message>
        <source>Tillage factor from</source>
        <translation>耕作因子来源</translation>
    </message>
    <message>
        <source>Tillage factors by slope</source>
        <translation>按坡度的耕作因子</translation>
    </message>
    <message>
        <source>Tillage factors by slope need the elevation model or a slope raster.</source>
        <translation>按坡度的耕作因子需要高程模型或坡度栅格。</translation>
    </message>
    <message>
        <source>Time limit (s)</source>
        <translation>时间限制（秒）</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the map.</source>
        <translation>地图标题。</translation>
    </message>
    <message>
        <source>Title of the report and the map.</source>
        <translation>报告与地图的标题。</translation>
    </message>
    <message>
        <source>Title of the report.</source>
        <translation>报告标题。</translation>
    </message>
    <message>
        <source>To compare with Omniscape: near the upper and left edge it leaves out other sources than those of the block.</source>
        <translation>用于与 Omniscape 比较：在上边缘和左边缘附近，它排除的不是区块内的源。</translation>
    </message>
    <message>
        <source>To say in which unit a node lies.</source>
        <translation>用于说明节点位于哪个单元。</translation>
    </message>
    <message>
        <source>To source</source>
        <translation>目标源地</translation>
    </message>
    <message>
        <source>To unit, which pays</source>
        <translation>受益（付费）单元</translation>
    </message>
    <message>
        <source>Tolerable erosion (t/ha/yr)</source>
        <translation>容许土壤流失量（吨/公顷/年）</translation>
    </message>
    <message>
        <source>Tolerable erosion by cell</source>
        <translation>逐像元容许流失量</translation>
    </message>
    <message>
        <source>Tolerable soil loss (t/ha/yr)</source>
        <translation>容许土壤流失量（t/ha/yr）</translation>
    </message>
    <message>
        <source>Tolerance of borders (m)</source>
        <translation>边界容差（m）</translation>
    </message>
    <message>
        <source>Tonnes of carbon per cell (a stock).</source>
        <translation>每像元碳吨数（存量）。</translation>
    </message>
    <message>
        <source>Tonnes of carbon per year and cell.</source>
        <translation>吨碳/年/像元。</translation>
    </message>
    <message>
        <source>Tonnes per year and cell.</source>
        <translation>吨/年/像元。</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tools take them while they are whole; Align rasters with kind class stores integers.</source>
        <translation>只要代码为整数值，工具即可使用；“栅格对齐”选择 class 类型可存为整数。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Topographic index</source>
        <translation>地形指数</translation>
    </message>
    <message>
        <source>Topographic index used</source>
        <translation>所用地形指数</translation>
    </message>
    <message>
        <source>Total (inside the units, or of the whole raster without units)</source>
        <translation>合计（单元范围内；未给单元时为整个栅格）</translation>
    </message>
    <message>
        <source>Total water use divided by population, m3 per year; for sectors the use of households. 412 is the national total of China for 2020.</source>
        <translation>总用水量除以人口，每年 m3；用于 sectors 时为生活用水。412 为 2020 年全国综合值。</translation>
    </message>
    <message>
        <source>Totals by level</source>
        <translation>各级合计</translation>
    </message>
    <message>
        <source>Totals per unit</source>
        <translation>单元汇总</translation>
    </message>
    <message>
        <source>Totals per unit need the administrative units: choose a layer for {units}.</source>
        <translation>按单元汇总需要行政单元：请为“{units}”选择图层。</translation>
    </message>
    <message>
        <source>Trade-off strength</source>
        <translation>权衡强度</translation>
    </message>
    <message>
        <source>Trade-off strength of units</source>
        <translation>单元的权衡强度</translation>
    </message>
    <message>
        <source>Trade-off strength per cell</source>
        <translation>像元权衡强度</translation>
    </message>
    <message>
        <source>Trade-offs and synergies of ecosystem services</source>
        <translation>生态系统服务的权衡与协同</translation>
    </message>
    <message>
        <source>Trade-offs need at least two services; there is {count}.</source>
        <translation>权衡分析至少需要两项服务；现有 {count} 项。</translation>
    </message>
    <message>
        <source>Trade-offs of the services</source>
        <translation>服务间的权衡</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Transition zone</source>
        <translation>过渡区</translation>
    </message>
    <message>
        <source>Treated</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Treated and control cells</source>
        <translation>处理与对照像元</translation>
    </message>
    <message>
        <source>Treated places</source>
        <translation>处理地</translation>
    </message>
    <message>
        <source>Treats sources at grounds as Circuitscape does, see above; for comparison with its results.</source>
        <translation>按 Circuitscape 的方式处理位于接地处的源，见上；用于与其结果比较。</translation>
    </message>
    <message>
        <source>Treats the resistance surface as an electrical circuit. Every cell is a node, neighbouring cells are joined by resistors, and current between sources spreads over all ways at once, more where resistance is low. High current marks cells that many random walkers between the sources would pass. Use it to see where movement is spread or concentrated over a whole region; for bottlenecks inside known corridors use Pinch points.

Modes. pairwise: for every pair of sources 1 A enters at one and leaves at the other. one-to-all: the strength of each source in turn enters there and leaves at all other sources, which are ground; faster to read where sources are many. all-to-one: the strengths of all other sources enter and leave at one source in turn; shows what flows towards each. Cumulative current of a cell = sum over these runs of the current through it, in ampere; current through a cell = 1/2 (sum of the currents to its neighbours + what enters or leaves there), so a source shows the full ampere of each of its pairs. Effective resistance = voltage between the ends at 1 A: it falls with every additional way.

Resistor between neighbours: average resistance (R1 + R2) / 2 x d, or average conductance 2 d / (G1 + G2), with d = 1 and sqrt 2 on diagonals; where cells are not square, d is measured in the square root of the cell area. effective_resistance is in these cell units, effective_resistance_m = that x cell size in metres, which compares with least-cost distances.

A source of several cells is one node in all pairs, also where it is neither end. Circuitscape joins the cells of a polygon only in the pairs it belongs to; the option Join active sources only does the same, at the price of a solve per pair. For point sources both are the same. Otherwise all pairs follow from one potential per source by superposition, so 30 sources cost 29 solves, not 435.

Sources that nodata separates carry no current; the tables give them -1, log and report count them. In all-to-one the table gives 0 for a source that current reaches.

Source: McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; McRae and Beier 2007, PNAS, doi:10.1073/pnas.0706568104; Anantharaman et al. 2020, Circuitscape in Julia, doi:10.21105/jcon.00058</source>
        <translation>将阻力面视为电路。每个像元是一个节点，相邻像元由电阻连接，源地之间的电流同时分散到所有路径，阻力低处电流大。电流大的像元是源地之间许多随机游走者都会经过之处。用于了解整个区域内移动在何处分散或集中；已知廊道内的瓶颈请用“夹点”。

模式。pairwise（成对）：对每对源地，1 A 由一端流入、另一端流出。one-to-all：各源地依次以其强度注入，从作为接地的其余所有源地流出；源地很多时更易判读。all-to-one：其余所有源地以其强度注入，依次从一个源地流出；显示流向各源地的情况。像元的累积电流 = 各次运行通过该像元电流之和，安培；通过像元的电流 = 1/2（流向各邻元的电流之和 + 在该处流入或流出的电流），因此源地显示其每对的完整电流。有效电阻 = 1 A 时两端之间的电压：每增加一条通路即下降。

相邻像元之间的电阻：电阻平均 (R1 + R2) / 2 x d，或电导平均 2 d / (G1 + G2)，其中 d = 1，对角为 sqrt 2；像元非正方形时，d 以像元面积的平方根为单位。effective_resistance 以此像元单位表示，effective_resistance_m = 其乘以像元大小（米），可与最小成本距离比较。

由多个像元组成的源地在所有成对中都是一个节点，即使它不是两端之一。Circuitscape 只在源地所属的成对中合并其像元；选项“仅合并参与的源地”即如此处理，代价是每对求解一次。对点状源地两者相同。否则由叠加原理，每个源地求解一个电位即得到所有成对，因此 30 个源地只需 29 次求解，而不是 435 次。

被无数据隔开的源地没有电流；表中给出 -1，日志与报告给出其数量。在 all-to-one 模式下，电流所及的源地在表中为 0。

来源：McRae et al. 2008, Ecology, doi:10.1890/07-1861.1; McRae and Beier 2007, PNAS, doi:10.1073/pnas.0706568104; Anantharaman et al. 2020, Circuitscape in Julia, doi:10.21105/jcon.00058</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Trend classes</source>
        <translation>趋势类别</translation>
    </message>
    <message>
        <source>Turns NDVI into the share of the ground under vegetation (FVC), 0 to 1, by the dimidiate pixel model: FVC = (NDVI - NDVIsoil) / (NDVIveg - NDVIsoil), limited to 0 and 1.

NDVIsoil (bare soil) and NDVIveg (full vegetation) are the end members. percentiles: the 5 and 95 percent points of the cumulative distribution of all cells. fixed: two given values, such as .05 and .85. classes: the percent points of each land class by itself; a class with too few cells, or all alike, gets those of the whole scene.

With a second date both get the SAME end members, those of the first date or of both together: end members of their own would make part of the change an artefact. Change = second - first.

Take images of the same season, cloud free or composited by the annual maximum. Water and snow pull NDVIsoil down; name their codes as bare classes, and they get cover 0 and no say in the end members.

Source: Gutman &amp; Ignatov 1998, International Journal of Remote Sensing 19, doi:10.1080/014311698215333</source>
        <translation>用像元二分模型将 NDVI 转换为植被覆盖度（FVC），0 到 1：FVC = (NDVI - NDVIsoil) / (NDVIveg - NDVIsoil)，限制在 0 到 1。

NDVIsoil（裸土）和 NDVIveg（全植被）为端元。percentiles：全部像元累积分布的 5 % 和 95 % 分位值。fixed：给定的两个值，如 .05 和 .85。classes：各地类各自的分位值；像元过少或取值单一的地类采用整景的值。

有第二期时，两期采用相同的端元（取自第一期或两期合并）：若各用各的端元，部分变化将是假象。变化 = 第二期 - 第一期。

请使用同一季节、无云或年最大值合成的影像。水体和冰雪会拉低 NDVIsoil；将其代码列为无植被地类，则覆盖度为 0，且不参与端元计算。

来源：Gutman &amp; Ignatov 1998, International Journal of Remote Sensing 19, doi:10.1080/014311698215333</translation>
    </message>
    <message>
        <source>Turns a land-cover raster into a resistance surface: each cell gets the resistance of its class.

Use it as a quick resistance surface, or as one factor of a finer one. Resistance is relative and has no unit: 1 is the easiest ground, and 100 means that one metre costs as much as 100 metres of the easiest. It must be above 0; ground that nothing can cross is better left as nodata.

A class without a row in the table is an error that names the code and its cell count. A row whose class does not occur is a warning. The shipped table holds illustrative values for the nine CLCD classes: edit it for the species and region.

Source: Adriaensen et al. 2003, doi:10.1016/S0169-2046(02)00242-6.</source>
        <translation>将土地覆被栅格转换为阻力面：每个像元取其类型的阻力值。

可作为快速阻力面，或作为精细阻力面的一个因子。阻力值为相对值，无单位：1 表示最易通行，100 表示通过一米相当于在最易通行处通过 100 米。阻力值必须大于 0；完全无法通行之处宜设为无数据。

表中没有对应行的类别会报错，并指出代码及像元数；表中未出现的类别给出警告。随附的表为九个 CLCD 类别的示例值：请按物种和区域修改。

来源：Adriaensen 等 2003，doi:10.1016/S0169-2046(02)00242-6。</translation>
    </message>
    <message>
        <source>Turns habitat suitability s from 0 (unsuitable) to 1 (ideal) into resistance from max to min:

negative_exponential: R = max - (max - min) (1 - exp(-c s)) / (1 - exp(-c)). Resistance stays low until habitat is poor, as tracked animals often show; c = 0.25 is nearly linear, 8 strongly curved.

linear: R = max - (max - min) s.

inverse: R = min / s, at most max; conductance is proportional to suitability.

power: R = max - (max - min) s^p; p below 1 falls at once, p above 1 only in good habitat.

habitat_suitability: R = min where s reaches the habitat threshold T, else max (min / max)^(s / T); with min 1 and max 1000 this is the form exp(ln(0.001) s / T) x 1000 common with species distribution models.

Other measures, such as habitat quality from 0 to 100 or a distance in metres, become suitability by the values that stand for 0 and 1; the first may be the larger one. Values beyond them are an error unless they are to be clipped. Resistance has no unit; nodata stays nodata.

Source: Keeley, Beier &amp; Gagnon 2016, doi:10.1007/s10980-016-0387-5.</source>
        <translation>将生境适宜性 s（0 不适宜至 1 最适宜）转换为由 max 到 min 的阻力值：

negative_exponential：R = max - (max - min) (1 - exp(-c s)) / (1 - exp(-c))。在生境变差之前阻力一直较低，动物追踪研究常见此规律；c = 0.25 接近线性，8 强烈弯曲。

linear：R = max - (max - min) s。

inverse：R = min / s，不超过 max；传导率与适宜性成正比。

power：R = max - (max - min) s^p；p 小于 1 时阻力迅速下降，大于 1 时仅在优质生境中下降。

habitat_suitability：s 达到生境阈值 T 时 R = min，否则 R = max (min / max)^(s / T)；min 为 1、max 为 1000 时即物种分布模型常用的 exp(ln(0.001) s / T) × 1000。

其他度量（如 0 至 100 的生境质量或以米为单位的距离）按代表 0 与 1 的值转换为适宜性；前者可以大于后者。超出的值会报错，除非选择截断。阻力值无单位；无数据保持无数据。

来源：Keeley, Beier &amp; Gagnon 2016，doi:10.1007/s10980-016-0387-5。</translation>
    </message>
    <message>
        <source>Turns pairwise judgements into weights and checks that they do not contradict each other.</source>
        <translation>将成对比较判断转换为权重，并检验其一致性。</translation>
    </message>
    <message>
        <source>Turns suitability, or any other measure, into resistance along a curve.</source>
        <translation>按曲线将适宜性或其他度量转换为阻力值。</translation>
    </message>
    <message>
        <source>Twelve monthly precipitation layers are needed, January first; {count} were given.</source>
        <translation>需要从一月开始的十二个月降水图层；实际给出 {count} 个。</translation>
    </message>
    <message>
        <source>Twelve rasters, January first, or one with twelve bands, degrees C. For nep without respiration.</source>
        <translation>十二个栅格（一月在先）或一个十二波段栅格，摄氏度。用于未给出呼吸的 nep。</translation>
    </message>
    <message>
        <source>Twelve rasters, January first, or one with twelve bands, mm. For nep without respiration.</source>
        <translation>十二个栅格（一月在先）或一个十二波段栅格，mm。用于未给出呼吸的 nep。</translation>
    </message>
    <message>
        <source>Twelve rasters, January first, or one with twelve bands, mm; for monthly and wischmeier.</source>
        <translation>十二个栅格（一月在先）或一个十二波段栅格，mm；用于 monthly 和 wischmeier。</translation>
    </message>
    <message>
        <source>Twelve rasters, January first, or one with twelve bands: mean daily lowest or highest temperature (degrees C), precipitation (mm). Only for ET0.</source>
        <translation>十二个栅格（一月在先）或一个十二波段栅格：日最低或最高气温月均值（摄氏度）、降水 (mm)。仅用于 ET0。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Types per cell need the rasters of supply and demand.</source>
        <translation>像元的匹配类型需要供给和需求栅格。</translation>
    </message>
    <message>
        <source>Types per cell, 1 (I) to 4 (IV), instead of a field of the units.</source>
        <translation>每个像元的类型，1（I）至 4（IV），代替单元字段。</translation>
    </message>
    <message>
        <source>Unique code; with six digits, the first two name the province.</source>
        <translation>唯一代码；六位代码的前两位表示省份。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>单元编码</translation>
    </message>
    <message>
        <source>Unit code field</source>
        <translation>单元代码字段</translation>
    </message>
    <message>
        <source>Unit code of rows that have none and lie in no unit, as tables and rasters do: a county needs its own to write them to a server.</source>
        <translation>没有单元代码且不位于任何单元内的行（如表和栅格）的单元代码：县级用户须填写本县代码才能写入服务器。</translation>
    </message>
    <message>
        <source>Unit code of the rest</source>
        <translation>其余行的单元代码</translation>
    </message>
    <message>
        <source>Unit field</source>
        <translation>单元字段</translation>
    </message>
    <message>
        <source>Unit name</source>
        <translation>单元名称</translation>
    </message>
    <message>
        <source>Unit name (Chinese)</source>
        <translation>单元名称（中文）</translation>
    </message>
    <message>
        <source>Unit name field</source>
        <translation>单元名称字段</translation>
    </message>
    <message>
        <source>Unit of NPP</source>
        <translation>NPP 单位</translation>
    </message>
    <message>
        <source>Unit of S in the formula. Where logarithms are taken no source may be smaller than 1 of it.</source>
        <translation>公式中 S 的单位。取对数时，任何源地都不得小于 1 个单位。</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit of rainfall erosivity</source>
        <translation>降雨侵蚀力单位</translation>
    </message>
    <message>
        <source>Unit of soil erodibility</source>
        <translation>土壤可蚀性单位</translation>
    </message>
    <message>
        <source>Unit of the area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Unit of the result</source>
        <translation>结果单位</translation>
    </message>
    <message>
        <source>Unit of the slope</source>
        <translation>坡度单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>行政单元</translation>
    </message>
    <message>
        <source>Units in significant clusters</source>
        <translation>显著聚类中的单元数</translation>
    </message>
    <message>
        <source>Units of each level of resilience: {counts}.</source>
        <translation>各级韧性的单元数：{counts}。</translation>
    </message>
    <message>
        <source>Units of type I (high supply, high demand)</source>
        <translation>I 类单元数（高供给-高需求）</translation>
    </message>
    <message>
        <source>Units of type II (low supply, high demand)</source>
        <translation>II 类单元数（低供给-高需求）</translation>
    </message>
    <message>
        <source>Units of type III (low supply, low demand)</source>
        <translation>III 类单元数（低供给-低需求）</translation>
    </message>
    <message>
        <source>Units of type IV (high supply, low demand)</source>
        <translation>IV 类单元数（高供给-低需求）</translation>
    </message>
    <message>
        <source>Units or cells used</source>
        <translation>参与计算的单元或像元数</translation>
    </message>
    <message>
        <source>Units to fund</source>
        <translation>待分配资金的单元</translation>
    </message>
    <message>
        <source>Units to rank</source>
        <translation>待排序单元</translation>
    </message>
    <message>
        <source>Units to restore first</source>
        <translation>优先修复单元</translation>
    </message>
    <message>
        <source>Units whose purity is below this share are marked as mixed.</source>
        <translation>纯度低于此比例的单元标记为混合单元。</translation>
    </message>
    <message>
        <source>Units whose rule names a fallback_code join that zone. In the shipped table I-2 falls back on I-1 and IV-2 on IV-1, which leaves the six zones of the study.</source>
        <translation>规则中指定了 fallback_code 的单元归入该分区。自带的表中 I-2 归入 I-1，IV-2 归入 IV-1，只留下该研究的六个分区。</translation>
    </message>
    <message>
        <source>Units whose smaller |z| is below this distance are marked as ambiguous, in standard deviations.</source>
        <translation>两个 |z| 中较小者低于该距离的单元标记为不确定，单位为标准差。</translation>
    </message>
    <message>
        <source>Units with &lt;service&gt;_supply, &lt;service&gt;_demand and &lt;service&gt;_esdr, with cesdr, its class (1 is the largest deficit), its label, and area_ha.</source>
        <translation>各单元的 &lt;服务&gt;_supply、&lt;服务&gt;_demand 和 &lt;服务&gt;_esdr，以及 cesdr、其级别（1 为最大赤字）、级别名称和 area_ha。</translation>
    </message>
    <message>
        <source>Units with a technical bottleneck</source>
        <translation>存在技术短板的单元数</translation>
    </message>
    <message>
        <source>Units with a value</source>
        <translation>有值的单元</translation>
    </message>
    <message>
        <source>Units with feedback</source>
        <translation>单元与反馈</translation>
    </message>
    <message>
        <source>Units with feedback (number), a field per status, replied (share), reply_days (median), main_topic.</source>
        <translation>单元，含 feedback（数量）、各状态字段、replied（比例）、reply_days（中位数）、main_topic。</translation>
    </message>
    <message>
        <source>Units with matching type</source>
        <translation>含匹配类型的单元</translation>
    </message>
    <message>
        <source>Units with moran_value, moran_z, moran_lag (z around), local_moran, p_value, cluster (HH, LL, HL, LH, ns not significant, island, none), cluster_label, n_neighbours, and all fields of the input.</source>
        <translation>各单元的 moran_value、moran_z、moran_lag（周围的 z）、local_moran、p_value、cluster（HH、LL、HL、LH、ns 不显著、island 无邻居、none 无数据）、cluster_label、n_neighbours，以及输入图层的全部字段。</translation>
    </message>
    <message>
        <source>Units with need, own funds, provincial and social funds, for the pages of the atlas. Output of Funding allocation.</source>
        <translation>含资金需求、自有资金、省级资金与社会资本的单元，用于图集各页。“资金分配”的输出。</translation>
    </message>
    <message>
        <source>Units with need, own funds, provincial and social funds. Output of Funding allocation.</source>
        <translation>含资金需求、自有资金、省级资金与社会资本的单元。为“资金分配”工具的输出。</translation>
    </message>
    <message>
        <source>Units with paid_wan, received_wan, net_wan (10^4 CNY a year), capacity, and per service its _out and _in (physical amounts) and _open (deficit that nobody serves).</source>
        <translation>单元，含 paid_wan、received_wan、net_wan（万元/年）、capacity，以及每种服务的 _out、_in（实物量）和 _open（无人满足的亏缺）。</translation>
    </message>
    <message>
        <source>Units with paid_wan, received_wan, net_wan. Output of Ecological compensation.</source>
        <translation>含 paid_wan、received_wan、net_wan 的单元，由“生态补偿”输出。</translation>
    </message>
    <message>
        <source>Units with priority_rank, for the pages of the atlas. Output of Restoration priority.</source>
        <translation>含 priority_rank 的单元，用于图集各页。“修复优先级”的输出。</translation>
    </message>
    <message>
        <source>Units with priority_rank, priority_class, drivers. Output of Restoration priority.</source>
        <translation>含 priority_rank、priority_class、drivers 的单元，由“修复优先级”输出。</translation>
    </message>
    <message>
        <source>Units with resilience_mean, resilience_level, zone_code, zone_name, zone_name_zh, strategy, strategy_zh, color, priority, purity, mixed, area_ha, resilience_note, and all fields of the input.</source>
        <translation>各单元的 resilience_mean、resilience_level、zone_code、zone_name、zone_name_zh、strategy、strategy_zh、color、priority、purity、mixed、area_ha、resilience_note，以及输入图层的全部字段。</translation>
    </message>
    <message>
        <source>Units with supply and demand</source>
        <translation>含供给和需求的单元</translation>
    </message>
    <message>
        <source>Units with supply_index and demand_index (0 to 1), z_supply, z_demand, match_type (I to IV), match_label, axis_distance, ambiguous, and all fields of the input.</source>
        <translation>各单元的 supply_index 和 demand_index（0 至 1）、z_supply、z_demand、match_type（I 至 IV）、match_label、axis_distance、ambiguous，以及输入图层的全部字段。</translation>
    </message>
    <message>
        <source>Units with supply_scaled, demand_scaled, coupling, level, ccd, ccd_class (1 to 10), ccd_label, relation, &lt;service&gt;_ccd, and all fields of the input.</source>
        <translation>各单元的 supply_scaled、demand_scaled、coupling、level、ccd、ccd_class（1 至 10）、ccd_label、relation、&lt;service&gt;_ccd，以及输入图层的全部字段。</translation>
    </message>
    <message>
        <source>Units with techniques</source>
        <translation>单元与技术</translation>
    </message>
    <message>
        <source>Units with the lowest supply-demand ratio</source>
        <translation>供需比最低的单元</translation>
    </message>
    <message>
        <source>Units with tradeoff_strength among all services.</source>
        <translation>各单元全部服务之间的 tradeoff_strength。</translation>
    </message>
    <message>
        <source>Units with zones</source>
        <translation>带分区的行政单元</translation>
    </message>
    <message>
        <source>Units without a code.</source>
        <translation>行政单元缺少代码。</translation>
    </message>
    <message>
        <source>Units without a parent code.</source>
        <translation>行政单元缺少上级代码。</translation>
    </message>
    <message>
        <source>Units without a team</source>
        <translation>没有团队的单元数</translation>
    </message>
    <message>
        <source>Units without a value</source>
        <translation>无值的单元</translation>
    </message>
    <message>
        <source>Units without neighbours</source>
        <translation>无邻居的单元</translation>
    </message>
    <message>
        <source>Unknown adjacency {given}; choose one of {choices}.</source>
        <translation>未知的邻接方式 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown choice of ends {given}; choose one of {choices}.</source>
        <translation>未知的终点选择 {given}；请选择 {choices} 之一。</translation>
    </message>
    <message>
        <source>Unknown direction {given}; choose one of {choices}.</source>
        <translation>未知的方向 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown distance {given}; choose one of {choices}.</source>
        <translation>未知的距离类型 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown form {given} of the gravity model; choose one of {choices}.</source>
        <translation>未知的重力模型形式 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown mode {given}; choose one of {choices}.</source>
        <translation>未知模式 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown names {given}; choose one of {choices}.</source>
        <translation>未知的名称体系 {given}；请选择 {choices} 之一。</translation>
    </message>
    <message>
        <source>Unknown normalisation {given}; choose one of {choices}.</source>
        <translation>未知的标准化方法 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown ranking {given}; choose one of {choices}.</source>
        <translation>未知的排序方式 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown threshold {given}; choose one of {choices}.</source>
        <translation>未知的阈值类型 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown treatment of third sources {given}; choose one of {choices}.</source>
        <translation>未知的第三源地处理方式 {given}；请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>Unknown use of protected areas {given}; choose one of {choices}.</source>
        <translation>未知的保护地用法 {given}；请选择 {choices} 之一。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Up to half the width of the widest barrier worth restoring. Empty: three times the smallest.</source>
        <translation>最多为值得修复的最宽障碍宽度的一半。留空：最小半径的三倍。</translation>
    </message>
    <message>
        <source>Upper limit after the correction</source>
        <translation>修正后的上限</translation>
    </message>
    <message>
        <source>Upper limit {number}</source>
        <translation>上限 {number}</translation>
    </message>
    <message>
        <source>Upper percentile</source>
        <translation>上百分位</translation>
    </message>
    <message>
        <source>Use a code of the list.</source>
        <translation>请使用代码表中的代码。</translation>
    </message>
    <message>
        <source>Use of protected areas</source>
        <translation>保护地的用法</translation>
    </message>
    <message>
        <source>Use of the edge width</source>
        <translation>边缘宽度的用法</translation>
    </message>
    <message>
        <source>Use the fallback zones</source>
        <translation>使用替代分区</translation>
    </message>
    <message>
        <source>Use the six-digit administrative code, stored as text so that leading zeros stay.</source>
        <translation>请使用六位行政区划代码，并以文本保存以保留前导零。</translation>
    </message>
    <message>
        <source>Used by excess. 5 in the red soil hills of South China, 2 in North and Northeast China, 10 on the loess plateau (SL190-2007).</source>
        <translation>用于 excess。南方红壤丘陵区 5，北方土石山区和东北黑土区 2，黄土高原区 10（SL190-2007）。</translation>
    </message>
    <message>
        <source>Used by per_capita. 2.13 t covers urban living, without industry.</source>
        <translation>用于 per_capita。2.13 吨为城市生活排放，不含工业。</translation>
    </message>
    <message>
        <source>Used by per_capita: field with the amount of each unit, in place of one number for all; units where it is NULL take the number.</source>
        <translation>用于 per_capita：各单元数量的字段，代替统一的数；为 NULL 的单元取该数。</translation>
    </message>
    <message>
        <source>Used by sectors, such as the figure of the water bulletin for industry.</source>
        <translation>用于 sectors，如水资源公报的工业用水指标。</translation>
    </message>
    <message>
        <source>Used by sectors.</source>
        <translation>用于 sectors。</translation>
    </message>
    <message>
        <source>Used by sectors: 10^4 CNY per cell.</source>
        <translation>用于 sectors：每像元万元。</translation>
    </message>
    <message>
        <source>Used by sectors: hectares per cell.</source>
        <translation>用于 sectors：每像元公顷。</translation>
    </message>
    <message>
        <source>Used by statistics: field with the consumption of the unit, kg per year.</source>
        <translation>用于 statistics：单元消费量字段，每年 kg。</translation>
    </message>
    <message>
        <source>Used by statistics: field with the emissions of the unit, t CO2 per year.</source>
        <translation>用于 statistics：单元排放量字段，吨 CO2/年。</translation>
    </message>
    <message>
        <source>Used by statistics: field with the green space that the plan of the unit asks for, m2.</source>
        <translation>用于 statistics：单元规划要求的绿地字段，m2。</translation>
    </message>
    <message>
        <source>Used by statistics: field with the water use of the unit, m3 per year.</source>
        <translation>用于 statistics：单元用水量字段，每年 m3。</translation>
    </message>
    <message>
        <source>Used by statistics: the layer in proportion to which a unit is spread, such as night light. Empty: population.</source>
        <translation>用于 statistics：按其比例分配单元数量的图层，如夜间灯光。留空：人口。</translation>
    </message>
    <message>
        <source>Usually 1, that of best habitat.</source>
        <translation>通常为 1，即最优生境的阻力。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value (10^4 CNY)</source>
        <translation>价值（万元）</translation>
    </message>
    <message>
        <source>Value (z-score)</source>
        <translation>值（z 分数）</translation>
    </message>
    <message>
        <source>Value by class</source>
        <translation>各类价值</translation>
    </message>
    <message>
        <source>Value by service</source>
        <translation>各项服务价值</translation>
    </message>
    <message>
        <source>Value of ecosystem services</source>
        <translation>生态系统服务价值</translation>
    </message>
    <message>
        <source>Value of suitability 0</source>
        <translation>适宜性 0 对应的值</translation>
    </message>
    <message>
        <source>Value of suitability 1</source>
        <translation>适宜性 1 对应的值</translation>
    </message>
    <message>
        <source>Value of the flow (10^4 CNY)</source>
        <translation>流量价值（万元）</translation>
    </message>
    <message>
        <source>Value of the raster that is ideal.</source>
        <translation>栅格中表示最适宜的值。</translation>
    </message>
    <message>
        <source>Value of the raster that is unsuitable; may be larger than the ideal one.</source>
        <translation>栅格中表示不适宜的值；可以大于最适宜的值。</translation>
    </message>
    <message>
        <source>Value of the second date</source>
        <translation>第二期价值</translation>
    </message>
    <message>
        <source>Value of the standard equivalent (per ha and year)</source>
        <translation>标准当量价值（每公顷每年）</translation>
    </message>
    <message>
        <source>Value of the standard equivalent used</source>
        <translation>所用标准当量价值</translation>
    </message>
    <message>
        <source>Value of {count} cells</source>
        <translation>计算 {count} 个像元的价值</translation>
    </message>
    <message>
        <source>Value rasters</source>
        <translation>数值栅格</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Values above this percentile count as the percentile before normalising, so that one city does not make all other units low. Empty: no cap.</source>
        <translation>标准化之前，高于该百分位的值按该百分位计，以免一个城市使其他单元全部变低。留空：不设上限。</translation>
    </message>
    <message>
        <source>Values beyond these two count as 0 or 1 instead of being an error.</source>
        <translation>超出这两个值时按 0 或 1 处理，而不报错。</translation>
    </message>
    <message>
        <source>Values from {low} to {high} lie outside {minimum} to {maximum} {unit}, the range of {layer}.</source>
        <translation>数值 {low} 至 {high} 超出 {layer} 的取值范围 {minimum} 至 {maximum} {unit}。</translation>
    </message>
    <message>
        <source>Values of the climate ratios</source>
        <translation>气候比值的取值</translation>
    </message>
    <message>
        <source>Values of {field} are no {kind}; the first is "{value}".</source>
        <translation>字段 {field} 的值不是 {kind}；第一个是“{value}”。</translation>
    </message>
    <message>
        <source>Values of {field} are not in the code list {codes}; the first is "{value}".</source>
        <translation>字段 {field} 的值不在代码表 {codes} 中；第一个是“{value}”。</translation>
    </message>
    <message>
        <source>Values of {field} lie outside {minimum} to {maximum}; the first is {value}.</source>
        <translation>字段 {field} 的值超出 {minimum} 到 {maximum}；第一个是 {value}。</translation>
    </message>
    <message>
        <source>Values of {field} name no row of the layer; the first is "{value}".</source>
        <translation>{field} 的取值在图层中没有对应的行，第一个是“{value}”。</translation>
    </message>
    <message>
        <source>Values sources, links, and the land of the corridors: core value, corridor priority, blended priority.</source>
        <translation>评价源地、连接和廊道用地：核心区价值、廊道优先级、综合优先级。</translation>
    </message>
    <message>
        <source>Variable of the rasters</source>
        <translation>栅格的变量</translation>
    </message>
    <message>
        <source>Variance inflation</source>
        <translation>方差膨胀因子</translation>
    </message>
    <message>
        <source>Variance to keep</source>
        <translation>保留的方差</translation>
    </message>
    <message>
        <source>Vector layer</source>
        <translation>矢量图层</translation>
    </message>
    <message>
        <source>Vector layers</source>
        <translation>矢量图层</translation>
    </message>
    <message>
        <source>Vector layers to check, such as administrative units.</source>
        <translation>需要检查的矢量图层，例如行政单元。</translation>
    </message>
    <message>
        <source>Vegetation and landscape</source>
        <translation>植被与景观</translation>
    </message>
    <message>
        <source>Vegetation cover</source>
        <translation>植被覆盖度</translation>
    </message>
    <message>
        <source>Vegetation cover by half month</source>
        <translation>逐半月植被覆盖度</translation>
    </message>
    <message>
        <source>Vegetation cover of the second date</source>
        <translation>第二期植被覆盖度</translation>
    </message>
    <message>
        <source>Vegetation cover runs from NDVI {soil} (bare soil) to {full} (full cover).</source>
        <translation>植被覆盖度端元：NDVI {soil}（裸土）至 {full}（全覆盖）。</translation>
    </message>
    <message>
        <source>Vegetation factor</source>
        <translation>植被因子</translation>
    </message>
    <message>
        <source>Vegetation factor B or C</source>
        <translation>植被因子 B 或 C</translation>
    </message>
    <message>
        <source>Vegetation factor of {count} cells</source>
        <translation>计算 {count} 个像元的植被因子</translation>
    </message>
    <message>
        <source>Velocity coefficient</source>
        <translation>流速系数</translation>
    </message>
    <message>
        <source>Velocity coefficients</source>
        <translation>流速系数表</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Very fine sand</source>
        <translation>极细砂</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>极强烈</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>Voltage of each cell; 0 at direct grounds and where no current is driven.</source>
        <translation>各像元的电压；直接接地处和没有电流驱动处为 0。</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水体</translation>
    </message>
    <message>
        <source>Water balance of {count} cells</source>
        <translation>计算 {count} 个像元的水量平衡</translation>
    </message>
    <message>
        <source>Water conservation</source>
        <translation>水源涵养</translation>
    </message>
    <message>
        <source>Water conservation (m3/yr)</source>
        <translation>水源涵养量（立方米/年）</translation>
    </message>
    <message>
        <source>Water conservation depth</source>
        <translation>水源涵养深度</translation>
    </message>
    <message>
        <source>Water conservation of {count} cells</source>
        <translation>计算 {count} 个像元的水源涵养量</translation>
    </message>
    <message>
        <source>Water conservation over water yield, 0 to 1.</source>
        <translation>水源涵养量与产水量之比，0 到 1。</translation>
    </message>
    <message>
        <source>Water consumption</source>
        <translation>耗水量</translation>
    </message>
    <message>
        <source>Water consumption (m3/yr)</source>
        <translation>耗水量 (m3/yr)</translation>
    </message>
    <message>
        <source>Water demand</source>
        <translation>需水量</translation>
    </message>
    <message>
        <source>Water runs in a circle by {field}; the first row is "{value}".</source>
        <translation>按 {field} 水流成环，第一行是“{value}”。</translation>
    </message>
    <message>
        <source>Water supply</source>
        <translation>水资源供给</translation>
    </message>
    <message>
        <source>Water that land cover, terrain and soil hold back from the yield, m3/yr per cell.</source>
        <translation>产水量中由土地覆盖、地形和土壤涵养的部分，每像元立方米/年。</translation>
    </message>
    <message>
        <source>Water that the people of each cell use, m3/yr per cell.</source>
        <translation>每个像元内人口的用水量，立方米/年/像元。</translation>
    </message>
    <message>
        <source>Water use of the unit</source>
        <translation>单元用水量</translation>
    </message>
    <message>
        <source>Water use per person (m3/yr)</source>
        <translation>人均用水量（立方米/年）</translation>
    </message>
    <message>
        <source>Water yield</source>
        <translation>产水量</translation>
    </message>
    <message>
        <source>Water yield (mm)</source>
        <translation>产水深度 (mm)</translation>
    </message>
    <message>
        <source>Water yield depth</source>
        <translation>产水深度</translation>
    </message>
    <message>
        <source>Water yield in mm per year.</source>
        <translation>产水量，毫米/年。</translation>
    </message>
    <message>
        <source>Weighing {count} indicators</source>
        <translation>计算 {count} 个指标的权重</translation>
    </message>
    <message>
        <source>Weighs indicators by how much they tell units or cells apart. Every indicator is first scaled to 0..1 by its range, mirrored where less is better.

entropy: p = x / sum x, e = -sum p ln p / ln n, weight = (1 - e) / sum (1 - e). An indicator counts more the more unevenly it is spread.

critic: C = standard deviation x sum over the others of (1 - correlation), weight = C / sum C. An indicator counts more the more it varies and the less the others repeat it.

pca: the leading principal components of the correlation matrix that hold the given share of the variance; weight = communality / sum of communalities.

combined: the three joined by game theory, w = sum a_i w_i with the coefficients a from [w_i . w_j] a = [w_i . w_i]; their mean where a coefficient would be negative.

Give either a table or layer with one numeric field per indicator, or rasters on one grid. Rows and cells in which an indicator is unknown are left out. An indicator without variation weighs 0. The weights describe this extent and this date: they are not judgements of importance, and they change with both.

Sources: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Diakoulaki, Mavrotas &amp; Papayannakis 1995, doi:10.1016/0305-0548(94)00059-H; OECD &amp; JRC 2008, doi:10.1787/9789264043466-en.</source>
        <translation>按指标区分单元或像元的程度赋权。各指标先按其值域标准化到 0..1，越小越好的指标取反。

entropy：p = x / Σx，e = -Σ p ln p / ln n，权重 = (1 - e) / Σ(1 - e)。指标分布越不均匀，权重越大。

critic：C = 标准差 × 与其他指标的 Σ(1 - 相关系数)，权重 = C / ΣC。指标变化越大、与其他指标重复越少，权重越大。

pca：取相关矩阵中累计方差达到给定比例的前若干主成分；权重 = 公因子方差 / 公因子方差之和。

combined：三者的博弈论组合，w = Σ a_i w_i，系数 a 由 [w_i . w_j] a = [w_i . w_i] 求得；若有系数为负则取平均。

可给出每个指标一个数值字段的表或图层，或同一网格的栅格。有指标未知的行和像元不参与计算。没有变化的指标权重为 0。权重反映的是当前范围和时期：它不是对重要性的判断，并随两者而变。

来源：Shannon 1948，doi:10.1002/j.1538-7305.1948.tb01338.x；Diakoulaki, Mavrotas &amp; Papayannakis 1995，doi:10.1016/0305-0548(94)00059-H；OECD &amp; JRC 2008，doi:10.1787/9789264043466-en。</translation>
    </message>
    <message>
        <source>Weighs indicators by their own data: entropy, CRITIC, principal components, or all combined.</source>
        <translation>由指标自身数据计算权重：熵权法、CRITIC 法、主成分分析或三者组合。</translation>
    </message>
    <message>
        <source>Weighs the resilience indicators into an index from 0 to 1, in all and per perspective.</source>
        <translation>将韧性指标加权为 0 至 1 的指数，包括总体和各维度。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight field</source>
        <translation>权重字段</translation>
    </message>
    <message>
        <source>Weight of a short path</source>
        <translation>短路径的权重</translation>
    </message>
    <message>
        <source>Weight of area / perimeter</source>
        <translation>面积/周长的权重</translation>
    </message>
    <message>
        <source>Weight of current-flow centrality</source>
        <translation>电流中心性的权重</translation>
    </message>
    <message>
        <source>Weight of low resistance in the source</source>
        <translation>源地内低阻力的权重</translation>
    </message>
    <message>
        <source>Weight of low resistance on the path</source>
        <translation>路径低阻力的权重</translation>
    </message>
    <message>
        <source>Weight of the area of the source</source>
        <translation>源地面积的权重</translation>
    </message>
    <message>
        <source>Weight of the cells</source>
        <translation>像元权重</translation>
    </message>
    <message>
        <source>Weight of the climate</source>
        <translation>气候的权重</translation>
    </message>
    <message>
        <source>Weight of the cost</source>
        <translation>成本权重</translation>
    </message>
    <message>
        <source>Weight of the expert value of the link</source>
        <translation>连接专家评分的权重</translation>
    </message>
    <message>
        <source>Weight of the expert value of the source</source>
        <translation>源地专家评分的权重</translation>
    </message>
    <message>
        <source>Weight of the other raster</source>
        <translation>另一栅格的权重</translation>
    </message>
    <message>
        <source>Weight of the values of the two sources</source>
        <translation>两端源地价值的权重</translation>
    </message>
    <message>
        <source>Weighted sum of the scores of the factors; the weights come from judgement (AHP, consistency ratio below 0.1) or are set by hand.</source>
        <translation>各因子阻力得分的加权和；权重由层次分析法（一致性比率小于0.1）确定或人工设定。</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>赋权方法</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights as text</source>
        <translation>权重文本</translation>
    </message>
    <message>
        <source>Weights by AHP need judgements of the criteria.</source>
        <translation>AHP 赋权需要各准则的判断矩阵。</translation>
    </message>
    <message>
        <source>Weights by pairwise comparison (AHP)</source>
        <translation>层次分析法权重（AHP）</translation>
    </message>
    <message>
        <source>Weights from the data need a table of units x indicators, not an array of {shape}.</source>
        <translation>由数据计算权重需要“单元 × 指标”的表，而不是 {shape} 的数组。</translation>
    </message>
    <message>
        <source>Weights from the data need at least two units with all indicators known; there are {count}.</source>
        <translation>由数据计算权重至少需要两个指标齐全的单元；现有 {count} 个。</translation>
    </message>
    <message>
        <source>Weights of factors or indicators, shown as they are.</source>
        <translation>因子或指标的权重，原样显示。</translation>
    </message>
    <message>
        <source>Weights of importance, cross-boundary share and zone, separated by commas.</source>
        <translation>重要性、跨界占比和分区的权重，用逗号分隔。</translation>
    </message>
    <message>
        <source>Weights of jurisdiction, damage and benefit, separated by commas.</source>
        <translation>管辖、损害和受益的权重，用逗号分隔。</translation>
    </message>
    <message>
        <source>Weights of the indicators</source>
        <translation>指标权重</translation>
    </message>
    <message>
        <source>Weights of the principles</source>
        <translation>原则的权重</translation>
    </message>
    <message>
        <source>Weights of the priority</source>
        <translation>优先度权重</translation>
    </message>
    <message>
        <source>Weights of the services</source>
        <translation>服务权重</translation>
    </message>
    <message>
        <source>Weights used</source>
        <translation>所用权重</translation>
    </message>
    <message>
        <source>Weights without a raster were left aside: {names}.</source>
        <translation>没有对应栅格的权重未使用：{names}。</translation>
    </message>
    <message>
        <source>Weights: {weights}</source>
        <translation>权重：{weights}</translation>
    </message>
    <message>
        <source>Weights: {weights}.</source>
        <translation>权重：{weights}。</translation>
    </message>
    <message>
        <source>Wetland</source>
        <translation>湿地</translation>
    </message>
    <message>
        <source>What a benefit one phase later is worth, above 0 to 1; 1 treats all phases alike.</source>
        <translation>晚一个阶段的效益的价值，大于 0 至 1；1 表示各阶段等值。</translation>
    </message>
    <message>
        <source>What a new patch on the grid is worth, in the unit of the attribute of the sources. 0: only its use as a step for others counts. Empty: its area in hectares.</source>
        <translation>格网上新斑块的价值，单位与源地属性一致。0：只计其对其他斑块的踏脚作用。留空：取其面积（公顷）。</translation>
    </message>
    <message>
        <source>What a patch is worth; its area in hectares where the layer lacks it.</source>
        <translation>斑块的价值；图层没有该字段时取其面积（公顷）。</translation>
    </message>
    <message>
        <source>What conservation and restoration cost every unit a year (10^4 CNY), as the other standard of compensation. Empty: the value of the services alone.</source>
        <translation>每个单元每年的保护与修复成本（万元），作为补偿的另一标准。留空则仅按服务价值。</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>计量方式</translation>
    </message>
    <message>
        <source>What divides high from low resilience: the mean of the units, their median, two natural classes (jenks2), or a given value. For any number of levels: natural classes (jenks), quantile, given limits, or classes, where the values are the levels.</source>
        <translation>区分高、低韧性的方式：单元均值（mean）、中位数（median）、两级自然断点（jenks2），或给定值（value）。任意级数：自然断点（jenks）、分位数（quantile）、给定界限（limits），或数值即等级（classes）。</translation>
    </message>
    <message>
        <source>What each level carries</source>
        <translation>各级政府承担金额</translation>
    </message>
    <message>
        <source>What each project has reached, such as hectares; not used where the layer lacks it.</source>
        <translation>每个项目已完成的量，例如公顷数；图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>What each project should reach, in the same unit.</source>
        <translation>每个项目应完成的量，单位相同。</translation>
    </message>
    <message>
        <source>What each unit can pay itself (10^4 CNY). Left empty, revenue x own share.</source>
        <translation>各单元自身可承担的资金（万元）。留空时为财政收入 × 自筹比例。</translation>
    </message>
    <message>
        <source>What every unit gains from restoration, by default its people; not used where the units lack it.</source>
        <translation>各单元从修复中的受益，缺省为其人口；单元缺少该字段时不采用。</translation>
    </message>
    <message>
        <source>What forms a unit</source>
        <translation>单元的构成方式</translation>
    </message>
    <message>
        <source>What holds it back: obstacle degree (%)</source>
        <translation>制约因素：障碍度（%）</translation>
    </message>
    <message>
        <source>What is known of their quality.</source>
        <translation>对其质量的了解。</translation>
    </message>
    <message>
        <source>What is written into the folder of single maps: current, voltage, or both.</source>
        <translation>写入单次运行图文件夹的内容：电流、电压，或两者。</translation>
    </message>
    <message>
        <source>What it costs to reach each cell from the nearest source (MCR, cost distance).</source>
        <translation>从最近的生态源地到达每个像元所需的成本（最小累积阻力 MCR，成本距离）。</translation>
    </message>
    <message>
        <source>What province, city and county carry by the scope of a collaborative unit; empty for the shipped table.</source>
        <translation>省、市、县按协同单元的范围各自承担的份额；留空则用随附表。</translation>
    </message>
    <message>
        <source>What the check found, to work through.</source>
        <translation>检查结果，逐条处理。</translation>
    </message>
    <message>
        <source>What the joint query asks; values flagged doubtful, bad or missing do not count.</source>
        <translation>联合查询的问题；标记为可疑、不合格或缺测的值不计入。</translation>
    </message>
    <message>
        <source>What the unit can pay itself (10^4 CNY).</source>
        <translation>单元自身可承担的资金（万元）。</translation>
    </message>
    <message>
        <source>What the unit gains from restoration, 0 or more, in any unit; people by default, not used where the layer lacks it.</source>
        <translation>单元从修复中获得的收益，大于或等于 0，任意单位；默认为人口，图层没有该字段时不使用。</translation>
    </message>
    <message>
        <source>What they show, such as ndvi.</source>
        <translation>栅格表示的内容，例如 ndvi。</translation>
    </message>
    <message>
        <source>What they were taken with.</source>
        <translation>栅格由何种平台获取。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理建议</translation>
    </message>
    <message>
        <source>What two neighbouring cells average: conductance, as in Omniscape; resistance, so that one cell of high resistance blocks the way.</source>
        <translation>两个相邻像元取平均的量：conductance（电导），与 Omniscape 一致；resistance（电阻），使单个高阻力像元即可阻断通路。</translation>
    </message>
    <message>
        <source>What two neighbouring cells average: resistance, as in Linkage Mapper, so that one cell of high resistance blocks the way; conductance, the default of Circuitscape, which is softer.</source>
        <translation>相邻两像元取平均的量：resistance 为电阻，与 Linkage Mapper 一致，一个高阻力像元即可阻断通路；conductance 为电导，是 Circuitscape 的默认设置，阻断作用较弱。</translation>
    </message>
    <message>
        <source>What was set for the plan, shown in the report: a line per setting, name = value. The model full_plan fills it in.</source>
        <translation>本规划的参数设置，列入报告：每行一项，名称 = 值。模型 full_plan 会自动填写。</translation>
    </message>
    <message>
        <source>Where given, the target has the value of this layer, the sources that of the condition.</source>
        <translation>给定时，目标取此图层的值，源取条件图层的值。</translation>
    </message>
    <message>
        <source>Where restoring a little land would shorten the ways between sources most, as raster and ranked polygons.</source>
        <translation>查找少量修复即可最大程度缩短源地间通路的地点，输出栅格和排序的多边形。</translation>
    </message>
    <message>
        <source>Where stepping stones may lie</source>
        <translation>踏脚石允许布设的范围</translation>
    </message>
    <message>
        <source>Where stepping stones may lie is not looked at: the candidates are given.</source>
        <translation>已给定候选斑块，不再考虑踏脚石允许布设的范围。</translation>
    </message>
    <message>
        <source>Where the inputs come from was not told to this report; give it the table of data sources.</source>
        <translation>未向本报告提供输入数据的来源；请给出数据来源表。</translation>
    </message>
    <message>
        <source>Where the rasters are held</source>
        <translation>栅格存放位置</translation>
    </message>
    <message>
        <source>Where the source strength follows from the resistance, cells of more resistance are no sources. Empty: all are.</source>
        <translation>当源强度由阻力得出时，阻力更大的像元不作为源。留空：全部作为源。</translation>
    </message>
    <message>
        <source>Where to act first along the corridors: {pinch} pinch points and {barriers} barriers.</source>
        <translation>廊道沿线需优先治理之处：{pinch} 处夹点和 {barriers} 处障碍点。</translation>
    </message>
    <message>
        <source>Where {symbols}.</source>
        <translation>式中：{symbols}。</translation>
    </message>
    <message>
        <source>Whether cells without resistance are barriers that nothing crosses, such as a river, and can be restored. Off: they lie outside the study area.</source>
        <translation>无阻力值的像元是否为不可穿越但可修复的障碍，例如河流。关闭：视为研究区之外。</translation>
    </message>
    <message>
        <source>Whether loops and bridges are shown where they cross an edge or perforation, so that they reach their cores. Off, these cells look like edge and perforation. The codes stay; plain classes follow this choice.</source>
        <translation>环道区和桥接区穿过边缘区或孔隙处是否仍显示为环道区和桥接区，使其与核心区相接。关闭时，这些像元显示为边缘区和孔隙。编码不变；七个基本类别遵循此选择。</translation>
    </message>
    <message>
        <source>Which candidate patches, or which places on a grid, raise the connectivity of the sources most.</source>
        <translation>哪些候选斑块或格网位置最能提高源地的连通性。</translation>
    </message>
    <message>
        <source>Which cells form patches: quantile, the share given there stays below; natural_breaks, the highest class of natural breaks (Jenks); mean_sd, mean + so many standard deviations.</source>
        <translation>哪些像元构成斑块：quantile，低于该处给定比例的不计；natural_breaks，自然断点（Jenks）的最高一类；mean_sd，均值加若干倍标准差。</translation>
    </message>
    <message>
        <source>Which ends</source>
        <translation>终点选择</translation>
    </message>
    <message>
        <source>Which indicator each of these rasters replaces, in their order, separated by commas: the names of the help, or road_density.</source>
        <translation>按顺序说明每个栅格替换哪个指标，用逗号分隔：采用帮助中的名称，或 road_density。</translation>
    </message>
    <message>
        <source>Which layer of the standard the rows belong to.</source>
        <translation>这些行属于标准的哪个图层。</translation>
    </message>
    <message>
        <source>Which layer to read.</source>
        <translation>要读取的图层。</translation>
    </message>
    <message>
        <source>Which layers go into the part of the store.</source>
        <translation>哪些图层进入库的分发部分。</translation>
    </message>
    <message>
        <source>Which pairs may be linked: cost, zones of least cost touch; euclidean, zones of straight distance touch; both, either of them touches (as in Linkage Mapper); all, every pair.</source>
        <translation>哪些源地对可以连接：cost，最小成本分区相接；euclidean，直线距离分区相接；both，二者之一相接（与 Linkage Mapper 相同）；all，所有源地对。</translation>
    </message>
    <message>
        <source>Which patches are sources follows from the habitat classes, the smallest area and the edge width that were set; other values give other sources.</source>
        <translation>哪些斑块成为源地取决于所设的生境类别、最小面积与边缘宽度；取值不同，源地亦不同。</translation>
    </message>
    <message>
        <source>Which weights go into the field weight; the table shows the others beside it.</source>
        <translation>写入 weight 字段的权重；其他方法的权重并列在表中。</translation>
    </message>
    <message>
        <source>Who carries which cost: the duties or the totals by level of Responsibilities.</source>
        <translation>各方承担的成本：“责任分担”的责任表或分级汇总表。</translation>
    </message>
    <message>
        <source>Who compensates whom</source>
        <translation>补偿关系</translation>
    </message>
    <message>
        <source>Who compensates whom: services flow from units with a surplus to units with a deficit, and money flows back.</source>
        <translation>谁补偿谁：服务从盈余单元流向亏缺单元，资金反向流动。</translation>
    </message>
    <message>
        <source>Who is whose neighbour; see the help.</source>
        <translation>邻居的定义，见帮助。</translation>
    </message>
    <message>
        <source>Who leads a collaborative unit follows from boundaries alone; competences in law may differ.</source>
        <translation>协同单元的牵头级别仅依边界判定；法定权限可能不同。</translation>
    </message>
    <message>
        <source>Whose eyes the rows are seen with.</source>
        <translation>以谁的视角查看这些行。</translation>
    </message>
    <message>
        <source>Width (m)</source>
        <translation>宽度（米）</translation>
    </message>
    <message>
        <source>Width of the maps</source>
        <translation>地图宽度</translation>
    </message>
    <message>
        <source>Width of the road (m)</source>
        <translation>道路宽度（米）</translation>
    </message>
    <message>
        <source>Window (m)</source>
        <translation>窗口（米）</translation>
    </message>
    <message>
        <source>Window of relief</source>
        <translation>起伏度窗口</translation>
    </message>
    <message>
        <source>Window used (m)</source>
        <translation>采用的窗口（米）</translation>
    </message>
    <message>
        <source>Windows missing from the maps</source>
        <translation>图中缺失的窗口</translation>
    </message>
    <message>
        <source>Windows of relief</source>
        <translation>起伏度窗口表</translation>
    </message>
    <message>
        <source>Windows of {radii} radii for {links} links</source>
        <translation>为 {links} 条连接计算 {radii} 种半径的窗口</translation>
    </message>
    <message>
        <source>Windows up to this side are tried by the change point method; empty: 41 cells.</source>
        <translation>变点法尝试的窗口边长上限；留空为 41 个像元。</translation>
    </message>
    <message>
        <source>With the method percentile the cutoff lies between 0 and 100 per cent.</source>
        <translation>采用百分位法时，截断值应在 0 到 100% 之间。</translation>
    </message>
    <message>
        <source>Within the limits of the data standard</source>
        <translation>在数据标准的范围之内</translation>
    </message>
    <message>
        <source>Without a value: {names}.</source>
        <translation>无数值：{names}。</translation>
    </message>
    <message>
        <source>Without a zone</source>
        <translation>未分区</translation>
    </message>
    <message>
        <source>Without administrative units only jurisdiction counts.</source>
        <translation>没有行政单元，仅按管辖计算。</translation>
    </message>
    <message>
        <source>Without an own funds field and without revenue, own funds are taken as 0.</source>
        <translation>没有自有资金字段和财政收入字段，自有资金按 0 计。</translation>
    </message>
    <message>
        <source>Without bands or MNDWI water is not masked; wetness then says where water is, and not how moist the land is.</source>
        <translation>没有波段或 MNDWI 就无法掩膜水体；此时湿度反映的是水体位置，而不是土地的湿润程度。</translation>
    </message>
    <message>
        <source>Without fields of GDP and population every unit pays in full.</source>
        <translation>没有 GDP 和人口字段，每个单元全额支付。</translation>
    </message>
    <message>
        <source>Without findings: {names}.</source>
        <translation>未发现问题的图层：{names}。</translation>
    </message>
    <message>
        <source>Without it only the indices of the whole are computed, which takes seconds.</source>
        <translation>不移除时只计算整体指数，几秒即可完成。</translation>
    </message>
    <message>
        <source>Worker processes could not be started ({reason}). The work runs in the main process; results are the same, but it takes longer and is slower to cancel.</source>
        <translation>无法启动工作进程（{reason}）。计算改在主进程中进行：结果相同，但耗时更长，取消也更慢。</translation>
    </message>
    <message>
        <source>Working on a cluster needs the Python package distributed (dask), which is not installed ({reason}). Leave the cluster address empty to work on this machine.</source>
        <translation>在集群上计算需要 Python 软件包 distributed（dask），但尚未安装（{reason}）。将集群地址留空即可在本机计算。</translation>
    </message>
    <message>
        <source>Working without compiled kernels ({reason}): same results, but slower. Installing numba for the Python of QGIS makes this faster.</source>
        <translation>未使用编译内核（{reason}）：结果相同，但速度较慢。为 QGIS 的 Python 安装 numba 可加快计算。</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Worth of a later benefit</source>
        <translation>后期效益折减</translation>
    </message>
    <message>
        <source>Worth of a stepping stone</source>
        <translation>踏脚石的价值</translation>
    </message>
    <message>
        <source>Worth of loans</source>
        <translation>贷款的价值系数</translation>
    </message>
    <message>
        <source>Worth of one unit of loan against one of provincial money, 0 to 1: the unit pays it back itself.</source>
        <translation>一单位贷款相对于一单位省级资金的价值，0 到 1：贷款由单元自行偿还。</translation>
    </message>
    <message>
        <source>Worth of one unit of social capital against one of provincial money, 0 to 1: it is less certain.</source>
        <translation>一个单位社会资本相对一个单位省级资金的价值，0 到 1：社会资本的确定性较低。</translation>
    </message>
    <message>
        <source>Worth of social capital</source>
        <translation>社会资本折算系数</translation>
    </message>
    <message>
        <source>Write the weights even if the consistency ratio is 0.1 or more, with a warning.</source>
        <translation>一致性比率达到或超过 0.1 时仍输出权重，并给出警告。</translation>
    </message>
    <message>
        <source>Write them as 2024-05-31, or as 2024 where only the year is known.</source>
        <translation>请写成 2024-05-31 的形式；只知道年份时写 2024。</translation>
    </message>
    <message>
        <source>Writes 0 instead of nodata where no current can flow, as Circuitscape does by default.</source>
        <translation>在没有电流可流之处写 0 而不是无数据，与 Circuitscape 的默认做法相同。</translation>
    </message>
    <message>
        <source>Writes log10 of the current, so that weak currents show too; cells without current become nodata. Voltages stay as they are.</source>
        <translation>写出电流的 log10，使弱电流也可见；没有电流的像元成为无数据。电压保持不变。</translation>
    </message>
    <message>
        <source>Writes only 17 core, 9 islet, 5 perforation, 3 edge, 65 loop, 33 bridge and 1 branch, wherever they lie, beside background 0 and missing 129.</source>
        <translation>除背景 0 和缺失 129 外，只输出 17 核心区、9 孤岛、5 孔隙、3 边缘区、65 环道区、33 桥接区和 1 支线，不区分内外。</translation>
    </message>
    <message>
        <source>Writes the report of a restoration plan: headline numbers, the status of every input, maps of the security pattern, current, resilience, zones, collaborative units, priority, compensation and funding with legend, scale bar and north arrow, charts of supply, demand and funding, tables with the strategy and members of each zone and with every unit, and the methods with formulas, units and sources, the settings, and the limits of the plan.

The file needs no network, contains no scripts and prints well; the same inputs give the same file. Give what you have: only the units with their zones are required, and parts without data are left out. Where the table of data sources says that inputs are synthetic or semi-synthetic, the report says so on top and at every map.

Money is shown in the unit of the funding layer, 10^4 CNY when it comes from Funding allocation. Areas are measured in the coordinate system of the units, which must be projected, in metres.</source>
        <translation>编制生态修复规划报告：关键指标、各项输入数据的性质，生态安全格局、电流、韧性、分区、协同单元、优先级、补偿与资金的地图（含图例、比例尺与指北针），供需与资金图表，各分区策略与成员表及各单元表，含公式、单位与出处的方法说明，参数设置，以及规划的局限。

报告文件无需联网、不含脚本、便于打印；相同输入得到相同文件。有什么数据就提供什么：只有带分区的行政单元为必需，缺少数据的部分自动略去。数据来源表注明输入为合成或半合成时，报告首页和每幅地图都会标明。

资金以资金图层的单位显示，来自“资金分配”工具时为万元。面积在单元图层的坐标系中量算，该坐标系须为以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>Writing failed: {reason}. Check the free space and that the folder can be written.</source>
        <translation>写入失败：{reason}。请检查剩余空间以及文件夹是否可写。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写入 {file}</translation>
    </message>
    <message>
        <source>Writing {name}.</source>
        <translation>正在写入{name}。</translation>
    </message>
    <message>
        <source>Wrote {rasters} rasters and {layers} vector layers of a synthetic area with {counties} counties.</source>
        <translation>已写出合成示例区的 {rasters} 个栅格和 {layers} 个矢量图层，共 {counties} 个县。</translation>
    </message>
    <message>
        <source>Year field</source>
        <translation>年份字段</translation>
    </message>
    <message>
        <source>Year of the alternate</source>
        <translation>对比期年份</translation>
    </message>
    <message>
        <source>Year of the baseline</source>
        <translation>基期年份</translation>
    </message>
    <message>
        <source>Year of the flow.</source>
        <translation>现金流的年份。</translation>
    </message>
    <message>
        <source>Yearly change of the price of carbon (%/yr)</source>
        <translation>碳价格年变化率（%/年）</translation>
    </message>
    <message>
        <source>Years between the dates</source>
        <translation>两期相隔年数</translation>
    </message>
    <message>
        <source>Years between the storages</source>
        <translation>两期储量间隔年数</translation>
    </message>
    <message>
        <source>Years by which the storage is divided for an annual flow. Empty: none.</source>
        <translation>储量除以该年数得到年流量。留空：不计算。</translation>
    </message>
    <message>
        <source>Yield minus consumption, cubic metres per year and cell.</source>
        <translation>产水减消耗，每年每像元立方米。</translation>
    </message>
    <message>
        <source>Yielding classes</source>
        <translation>产出类别</translation>
    </message>
    <message>
        <source>Zero instead of nodata</source>
        <translation>以零代替无数据</translation>
    </message>
    <message>
        <source>Zero resistance</source>
        <translation>零阻力</translation>
    </message>
    <message>
        <source>Zero resistance as short-circuit regions needs average resistance between cells: with average conductance the neighbours would conduct without limit too.</source>
        <translation>将零阻力作为短路区要求像元间取电阻平均：若取电导平均，相邻像元也会无限导电。</translation>
    </message>
    <message>
        <source>Zero resistance: {how} is none of {known}.</source>
        <translation>零阻力：{how} 不属于 {known}。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Zone name</source>
        <translation>分区名称</translation>
    </message>
    <message>
        <source>Zone name (Chinese)</source>
        <translation>分区名称（中文）</translation>
    </message>
    <message>
        <source>Zone of every cell, the rules numbered from 1 in the order of the table.</source>
        <translation>每个像元的分区；按规则表的顺序从 1 编号。</translation>
    </message>
    <message>
        <source>Zone priority field</source>
        <translation>分区优先次序字段</translation>
    </message>
    <message>
        <source>Zone rules</source>
        <translation>分区规则</translation>
    </message>
    <message>
        <source>Zone statistics</source>
        <translation>分区统计</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Zones and security pattern together, or one of them.</source>
        <translation>分区与安全格局合图，或只显示其一。</translation>
    </message>
    <message>
        <source>Zones around the sources by cumulative resistance: core, buffer, transition and so on.</source>
        <translation>按累积阻力划分源地周围的分区：核心区、缓冲区、过渡区等。</translation>
    </message>
    <message>
        <source>Zones by unit</source>
        <translation>各单元的分区</translation>
    </message>
    <message>
        <source>Zones of least cost around {count} sources</source>
        <translation>{count} 个生态源地的最小成本分区</translation>
    </message>
    <message>
        <source>Zones of {count} cells</source>
        <translation>{count} 个像元的分区</translation>
    </message>
    <message>
        <source>Zones per cell need the resilience as a raster.</source>
        <translation>像元分区需要韧性栅格。</translation>
    </message>
    <message>
        <source>Zones that do not occur: {zones}.</source>
        <translation>未出现的分区：{zones}。</translation>
    </message>
    <message>
        <source>Zones, their strategies and units</source>
        <translation>各分区的策略与所含单元</translation>
    </message>
    <message>
        <source>Zoning</source>
        <translation>分区管理</translation>
    </message>
    <message>
        <source>a in T = a S + (1 - a) D; 0.5 counts both alike.</source>
        <translation>T = a S +（1 - a）D 中的 a；0.5 表示二者同等。</translation>
    </message>
    <message>
        <source>access, permissions, members, roles, row-level security, PostgreSQL, county, city, province</source>
        <translation>访问, 权限, 成员, 角色, 行级安全, PostgreSQL, 县级, 市级, 省级</translation>
    </message>
    <message>
        <source>actual counts all erosion; excess counts only what lies above the tolerance.</source>
        <translation>actual 计入全部侵蚀；excess 只计入超过容许量的部分。</translation>
    </message>
    <message>
        <source>add: their cells are habitat whatever they hold; require: only habitat inside them counts.</source>
        <translation>add：无论覆被如何，其像元均为生境；require：只计保护地内的生境。</translation>
    </message>
    <message>
        <source>adjacent: every link on its own, in its corridor; all_pairs: all pairs of linked sources through all corridors together; all_to_one: every source against all others.</source>
        <translation>adjacent：每条连接在其廊道内单独计算；all_pairs：全部相连源地两两之间，经过全部廊道；all_to_one：每个源地对其余全部源地。</translation>
    </message>
    <message>
        <source>administrative units</source>
        <translation>行政单元</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>annual; monthly and wischmeier from twelve months; half_month, daily and census from days.</source>
        <translation>annual；monthly 和 wischmeier 用十二个月；half_month、daily 和 census 用逐日。</translation>
    </message>
    <message>
        <source>another row of the layer, or empty where the water leaves; no circles</source>
        <translation>本图层的另一行，水流出区外时为空；不得循环</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意值</translation>
    </message>
    <message>
        <source>area of sources</source>
        <translation>源地面积</translation>
    </message>
    <message>
        <source>area: of a patch, ha; A_min: smallest area of a source, ha, set by the user</source>
        <translation>area：斑块面积（ha）；A_min：源地最小面积（ha），由用户设定</translation>
    </message>
    <message>
        <source>area: source_id 1 is the largest; dpc: the one without which connectivity loses most, which adds the field dpc (percent).</source>
        <translation>area：source_id 1 为面积最大者；dpc：source_id 1 为移除后连通性损失最大者，并增加字段 dpc（百分比）。</translation>
    </message>
    <message>
        <source>areas in ha; slivers below the smallest part join their neighbour</source>
        <translation>面积单位 ha；小于最小面积的碎片并入相邻部分</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>barrier, restoration opportunity, improvement score, Barrier Mapper, Linkage Mapper, connectivity restoration, corridor</source>
        <translation>障碍点, 生态障碍点, 修复机会, 改善得分, 连通性修复, 廊道, Barrier Mapper, Linkage Mapper</translation>
    </message>
    <message>
        <source>barriers</source>
        <translation>障碍点</translation>
    </message>
    <message>
        <source>cai: one curve. monitoring: curves for shrub, grass and wood.</source>
        <translation>cai：一条曲线。monitoring：灌木、草地和林地各有曲线。</translation>
    </message>
    <message>
        <source>carbon emissions, CO2, carbon demand, carbon neutrality, energy use</source>
        <translation>碳排放, 二氧化碳, 固碳需求, 碳中和, 能源消费</translation>
    </message>
    <message>
        <source>carbon sequestration, carbon fixation, NPP, net primary production, regulating service</source>
        <translation>碳汇, 固碳, NPP, 净初级生产力, 调节服务</translation>
    </message>
    <message>
        <source>carbon storage, carbon stock, sequestration, InVEST, carbon density, net present value, pools</source>
        <translation>碳储量, 碳库, 碳密度, 固碳, InVEST, 净现值, 碳存量</translation>
    </message>
    <message>
        <source>catchment: cells of the whole catchment. cells: cells that drain through the cell. m2: their area.</source>
        <translation>catchment：整个集水区的像元数。cells：流经该像元的像元数。m2：其面积。</translation>
    </message>
    <message>
        <source>cell draws cells of the rasters, unit takes their means per unit. Fields are always per unit.</source>
        <translation>cell 抽取栅格像元，unit 取栅格在各单元的均值。字段总是按单元。</translation>
    </message>
    <message>
        <source>circuit theory, Circuitscape, advanced mode, ground, current source, voltage, mortality, random walk</source>
        <translation>电路理论,Circuitscape,高级模式,接地,电流源,电压,死亡率,随机游走</translation>
    </message>
    <message>
        <source>circuit theory, Circuitscape, current density, effective resistance, resistance distance, pairwise, connectivity</source>
        <translation>电路理论,电流密度,有效电阻,电阻距离,成对模式,连通性,生态廊道</translation>
    </message>
    <message>
        <source>class: column t of the class table, best from the rotation zone. slope: ranges of slope on cropland.</source>
        <translation>class：类别表的列 t，最好取自轮作区。slope：按耕地坡度区间。</translation>
    </message>
    <message>
        <source>climate change, climate gradient, temperature gradient, climate linkage, range shift, corridor</source>
        <translation>气候变化, 气候梯度, 温度梯度, 气候连接, 分布区迁移, 廊道</translation>
    </message>
    <message>
        <source>code of the higher unit, whose digits the code of the unit begins with</source>
        <translation>上级单元代码，单元代码以其有效位开头</translation>
    </message>
    <message>
        <source>collaborative unit, cross-regional, cross-boundary, ecological security pattern, lead level, county, restoration unit</source>
        <translation>协同修复单元, 跨区域, 跨界, 生态安全格局, 牵头层级, 县域, 修复单元, 区域协同</translation>
    </message>
    <message>
        <source>collaborative units</source>
        <translation>协同修复单元</translation>
    </message>
    <message>
        <source>compensation paid (10^4 CNY a year)</source>
        <translation>补偿支付额（万元/年）</translation>
    </message>
    <message>
        <source>composite demand, development intensity, population density, GDP density, built-up land</source>
        <translation>综合需求, 开发强度, 人口密度, 地均GDP, 建设用地</translation>
    </message>
    <message>
        <source>connectivity, probability of connectivity, PC, IIC, ECA, equivalent connectivity, dPC, dIIC, betweenness, Conefor, Graphab, Makurhini, graph</source>
        <translation>连通性, 可能连通性指数, PC, IIC, ECA, 等效连通面积, 斑块重要性, dPC, dIIC, 介数, 中介中心性, 图论</translation>
    </message>
    <message>
        <source>constant, no weight</source>
        <translation>为常数，权重为零</translation>
    </message>
    <message>
        <source>contributing_area: all water that enters the cell (Desmet &amp; Govers). flow_length: the longest way from a divide.</source>
        <translation>contributing_area：进入像元的全部水流（Desmet &amp; Govers）。flow_length：离分水岭最长的路径。</translation>
    </message>
    <message>
        <source>corridor, least-cost path, LCP, ecological network, linkage, normalised least-cost corridor, NLCC</source>
        <translation>廊道, 生态廊道, 最小成本路径, 最小费用路径, 生态网络, 连接, 归一化最小成本廊道</translation>
    </message>
    <message>
        <source>corridors</source>
        <translation>生态廊道</translation>
    </message>
    <message>
        <source>cost of all units (10^4 CNY)</source>
        <translation>全部协同单元成本（万元）</translation>
    </message>
    <message>
        <source>cost-benefit, NPV, net present value, BCR, IRR, internal rate of return, discount rate, payback</source>
        <translation>成本效益, NPV, 净现值, BCR, IRR, 内部收益率, 贴现率, 回收期</translation>
    </message>
    <message>
        <source>cost: the cutoff is a cost, as described there; percentile: it is the per cent of the passable cells outside sources that all corridors cover together, 5 when it is empty.</source>
        <translation>cost：截断值为成本，见该参数说明；percentile：截断值为所有廊道合计覆盖源地以外可通行像元的百分比，留空时为 5。</translation>
    </message>
    <message>
        <source>coupling coordination degree, CCD, coordinated development, supply and demand, imbalance</source>
        <translation>耦合协调度,CCD,协调发展,供需,失调</translation>
    </message>
    <message>
        <source>cross-boundary units</source>
        <translation>跨界协同单元</translation>
    </message>
    <message>
        <source>dIIC (%)</source>
        <translation>dIIC（%）</translation>
    </message>
    <message>
        <source>dIIC, connector (%)</source>
        <translation>dIIC，连接（%）</translation>
    </message>
    <message>
        <source>dIIC, flux (%)</source>
        <translation>dIIC，流量（%）</translation>
    </message>
    <message>
        <source>dIIC, own habitat (%)</source>
        <translation>dIIC，自身生境（%）</translation>
    </message>
    <message>
        <source>dPC (%)</source>
        <translation>dPC（%）</translation>
    </message>
    <message>
        <source>dPC, connector (%)</source>
        <translation>dPC，连接（%）</translation>
    </message>
    <message>
        <source>dPC, flux (%)</source>
        <translation>dPC，流量（%）</translation>
    </message>
    <message>
        <source>dPC, own habitat (%)</source>
        <translation>dPC，自身生境（%）</translation>
    </message>
    <message>
        <source>data store, GeoPackage, data standard, database, sharing, versions, forms, project</source>
        <translation>共享数据库, GeoPackage, 数据标准, 数据库, 共享, 版本, 表单, 项目</translation>
    </message>
    <message>
        <source>drop: such a link is left out, since its parts are links of their own; keep: it stays.</source>
        <translation>drop：舍去该连接，因为其各段本身即为连接；keep：保留该连接。</translation>
    </message>
    <message>
        <source>ecological compensation, payment for ecosystem services, transfer, beneficiary pays, transport problem, flow of services, compensation fund</source>
        <translation>生态补偿, 生态系统服务付费, 转移支付, 受益者付费, 运输问题, 服务流, 补偿资金池</translation>
    </message>
    <message>
        <source>ecological node, strategic node, stepping stone, corridor crossing, ecological break point, road crossing, ecological security pattern</source>
        <translation>生态节点,战略节点,踏脚石,廊道交叉点,生态断裂点,道路穿越,生态安全格局</translation>
    </message>
    <message>
        <source>ecological nodes</source>
        <translation>生态节点</translation>
    </message>
    <message>
        <source>ecological source, core patch, habitat patch, minimum area, patch, shape index</source>
        <translation>生态源地, 核心斑块, 生境斑块, 最小面积, 斑块, 形状指数</translation>
    </message>
    <message>
        <source>ecological sources</source>
        <translation>生态源地</translation>
    </message>
    <message>
        <source>ecosystem resilience, resilience index, entropy weight, AHP, combined weights, perspectives</source>
        <translation>生态系统韧性,生态系统恢复力,韧性指数,熵权法,层次分析法,AHP,组合赋权,维度</translation>
    </message>
    <message>
        <source>ecosystem service importance, ecological sensitivity, vulnerability, double evaluation, red line</source>
        <translation>生态系统服务重要性, 生态敏感性, 生态脆弱性, 双评价, 生态保护红线, 生态源地</translation>
    </message>
    <message>
        <source>ecosystem service supply-demand ratio, ESDR, CESDR, surplus, deficit, balance</source>
        <translation>生态系统服务供需比,综合供需比,ESDR,CESDR,盈余,赤字,平衡</translation>
    </message>
    <message>
        <source>ecosystem service value, ESV, equivalent factor, GEP, valuation, unit value</source>
        <translation>生态系统服务价值, ESV, 当量因子, GEP, 价值评估, 单位面积价值</translation>
    </message>
    <message>
        <source>element: the pieces of one patch, corridor or node; connected: everything that touches.</source>
        <translation>element：同一斑块、廊道或节点的各部分；connected：所有相接的部分。</translation>
    </message>
    <message>
        <source>empty, no weight</source>
        <translation>为空，权重为零</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵权法</translation>
    </message>
    <message>
        <source>entropy weight, CRITIC, principal component analysis, PCA, objective weights, game theory, correlation, indicators</source>
        <translation>熵权法, CRITIC, 主成分分析, 客观赋权, 组合赋权, 博弈论, 相关性, 指标</translation>
    </message>
    <message>
        <source>epic; epic_china, corrected by plots in China; nomograph, which needs very fine sand.</source>
        <translation>epic；epic_china，按中国小区修正；nomograph，需要极细砂。</translation>
    </message>
    <message>
        <source>equal weights</source>
        <translation>等权</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>evaluation, targets, score, grade, obstacle degree, indicators, performance, effectiveness</source>
        <translation>评估, 目标, 得分, 等级, 障碍度, 指标, 绩效, 成效</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>f_ij: flow from unit i to unit j, in the unit of the service; d_ij: distance, km; S, D: supply and demand; p: price of a unit of the service, CNY; c_j: capacity factor, 0 to 1; paid: 10^4 CNY</source>
        <translation>f_ij：单元 i 流向单元 j 的服务量，采用该服务的单位；d_ij：距离（km）；S、D：供给量与需求量；p：单位服务价格（元）；c_j：支付能力系数，0 至 1；paid：万元</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>falling: from the source with the higher climate to the one with the lower, as for temperature when it gets warmer; rising: the other way.</source>
        <translation>falling：从气候值较高的源地到较低的源地，适用于变暖情景下的气温；rising：反方向。</translation>
    </message>
    <message>
        <source>first: those of the first date serve for both. both: taken from the cells of both dates together.</source>
        <translation>first：两期都用第一期的端元。both：由两期像元合并求取。</translation>
    </message>
    <message>
        <source>fixed: the relief window above. change_point: the window at the mean change point of the relief of this terrain; the elevation is then held in memory.</source>
        <translation>fixed：上面的起伏度窗口。change_point：本地形起伏度均值变点处的窗口；此时高程全部在内存中。</translation>
    </message>
    <message>
        <source>fixed: the window given below. change_point: the best window of this terrain by the mean change point method.</source>
        <translation>fixed：采用下面给定的窗口。change_point：用均值变点法求出该地形的最佳窗口。</translation>
    </message>
    <message>
        <source>food demand, grain consumption, population, food security</source>
        <translation>食物需求, 粮食消费, 人口, 粮食安全</translation>
    </message>
    <message>
        <source>food, grain, crop yield, provisioning service, harvest, NDVI</source>
        <translation>食物, 粮食, 作物产量, 供给服务, 收成, NDVI</translation>
    </message>
    <message>
        <source>funding gap (10^4 CNY)</source>
        <translation>资金缺口（万元）</translation>
    </message>
    <message>
        <source>funding, budget, fiscal transfer, linear programming, PPP, social capital, allocation, shadow price</source>
        <translation>资金分配, 预算, 财政转移支付, 线性规划, 政府和社会资本合作, 社会资本, 统筹配置, 影子价格</translation>
    </message>
    <message>
        <source>gain: what all links save together; gain_per_ha: that per hectare; score: the largest improvement score.</source>
        <translation>gain：全部连接节省之和；gain_per_ha：每公顷的节省；score：最大改善得分。</translation>
    </message>
    <message>
        <source>game-theory combination</source>
        <translation>博弈论组合赋权</translation>
    </message>
    <message>
        <source>given takes the class limits above; zero_locked finds natural breaks with 0 as a fixed limit.</source>
        <translation>given 采用上面的分级界限；zero_locked 以 0 为固定界限求自然断点。</translation>
    </message>
    <message>
        <source>given weights</source>
        <translation>给定权重</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>grant admits or changes a member, revoke takes it out.</source>
        <translation>grant 加入或更改成员，revoke 移出成员。</translation>
    </message>
    <message>
        <source>gravity model, interaction, corridor importance, corridor class, ecological network</source>
        <translation>重力模型, 引力模型, 相互作用矩阵, 廊道重要性, 廊道分级, 生态网络</translation>
    </message>
    <message>
        <source>gravity: of G itself; logarithm: of ln(G), which tells links apart where G spans many orders of magnitude.</source>
        <translation>gravity：G 本身；logarithm：ln(G)，当 G 跨越多个数量级时可区分各连接。</translation>
    </message>
    <message>
        <source>habitat quality, habitat degradation, InVEST, threat, biodiversity, rarity, habitat suitability</source>
        <translation>生境质量, 生境退化, 威胁因子, 生物多样性, 稀有性, 生境适宜性, 半饱和常数</translation>
    </message>
    <message>
        <source>import, load, data store, quality control, lineage, versions, observations, series, transaction</source>
        <translation>导入, 加载, 共享数据库, 质量控制, 沿革, 版本, 观测, 序列, 事务</translation>
    </message>
    <message>
        <source>include: only they are run; exclude: all others are.</source>
        <translation>include：只运行列出的对；exclude：运行其余所有对。</translation>
    </message>
    <message>
        <source>jenks finds natural breaks of the closeness, quantile gives classes of equal size, equal equal steps.</source>
        <translation>jenks 按贴近度的自然断点，quantile 各类数量相等，equal 等间距。</translation>
    </message>
    <message>
        <source>keepall: both stay; rmvsrc: the source goes; rmvgnd: the ground goes; rmvall: both go.</source>
        <translation>keepall：两者都保留；rmvsrc：去掉源；rmvgnd：去掉接地；rmvall：两者都去掉。</translation>
    </message>
    <message>
        <source>kg C per square metre and year.</source>
        <translation>kg C/(m²·年)。</translation>
    </message>
    <message>
        <source>kg C/m2/yr is the unit of MOD17 after scaling; dry matter is multiplied by 1.63 * 12/44.</source>
        <translation>kg C/m2/yr 为 MOD17 乘比例因子后的单位；干物质乘以 1.63 × 12/44。</translation>
    </message>
    <message>
        <source>least-cost path, LCP, cost path, shortest path, route, Dijkstra</source>
        <translation>最小成本路径,最小耗费路径,成本路径,最短路径,路线,Dijkstra</translation>
    </message>
    <message>
        <source>length of corridors</source>
        <translation>廊道总长</translation>
    </message>
    <message>
        <source>lg of area over depth times slope; nodata on level ground, where it is infinite.</source>
        <translation>面积与深度和坡度乘积之比的常用对数；平地上为无穷大，记为无数据。</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>linkage priority, core area value, corridor specific priority, blended priority, CAV, CSP, corridor ranking</source>
        <translation>连接优先级, 核心区价值, 廊道优先级, 综合优先级, 廊道排序</translation>
    </message>
    <message>
        <source>log: ln(1 + radiance). index: 0.8 x mean radiance + 0.2 x share of lit cells in the landscape window.</source>
        <translation>log：ln(1 + 辐亮度)。index：景观窗口内 0.8 × 平均辐亮度 + 0.2 × 有光像元比例。</translation>
    </message>
    <message>
        <source>log_of_product: ln(S_i x S_j); product_of_logs: ln(S_i) x ln(S_j); area: S_i x S_j. The help has the whole formulas.</source>
        <translation>log_of_product：ln(S_i x S_j)；product_of_logs：ln(S_i) x ln(S_j)；area：S_i x S_j。完整公式见帮助。</translation>
    </message>
    <message>
        <source>m2 per person, from catchment.</source>
        <translation>每人 m2，来自 catchment。</translation>
    </message>
    <message>
        <source>m3 per year and cell, such as Water demand writes it, for the realised supply. Empty: the column demand of the table, if there is one.</source>
        <translation>每年每像元 m3，如“水资源需求”所写，用于实际供给。留空：表中的列 demand（如有）。</translation>
    </message>
    <message>
        <source>manual: the table or text above, else equal weights. ahp: from the judgements. entropy, critic, pca: from the scores of the cells. combined: ahp and entropy by game theory.</source>
        <translation>manual：上面的表或文本，否则等权。ahp：由判断矩阵计算。entropy、critic、pca：由像元赋值计算。combined：ahp 与 entropy 的博弈论组合。</translation>
    </message>
    <message>
        <source>map, print layout, pdf, cartography, legend, atlas</source>
        <translation>规划图, 地图, 打印布局, 制图, 出图, 图例</translation>
    </message>
    <message>
        <source>maximum: the highest group counts; mean: groups weigh the same.</source>
        <translation>maximum：取等级最高的组；mean：各组等权平均。</translation>
    </message>
    <message>
        <source>member, level, prefix, may_write, granted_by, granted_at.</source>
        <translation>member、level、prefix、may_write、granted_by、granted_at。</translation>
    </message>
    <message>
        <source>memory: all at once; disk: tile by tile in temporary files (25 bytes per cell), for rasters larger than memory; auto: on disk where they would take more than half of the free memory. The results are the same.</source>
        <translation>memory：一次全部读入内存；disk：在临时文件中逐块计算（每个像元 25 字节），用于大于内存的栅格；auto：预计占用超过可用内存一半时使用磁盘。结果相同。</translation>
    </message>
    <message>
        <source>minimum cumulative resistance, MCR, cost distance, cost-weighted distance, allocation, back link</source>
        <translation>最小累积阻力, 最小累积阻力模型, MCR, 成本距离, 费用距离, 成本分配, 回溯方向</translation>
    </message>
    <message>
        <source>minmax: services are scaled by their range over the units (default). rank: by the rank of the unit, which suits very skewed services. Types per cell are always scaled by the range.</source>
        <translation>minmax：各服务按单元间的极差标准化（默认）。rank：按单元的秩，适用于极不均匀的服务。逐像元的类型始终按极差标准化。</translation>
    </message>
    <message>
        <source>mm per day, for retention. Empty: from sand and clay.</source>
        <translation>毫米/天，用于 retention。留空：由砂粒和黏粒计算。</translation>
    </message>
    <message>
        <source>mm per year, for quick_flow without its layer: times the column runoff.</source>
        <translation>毫米/年，用于没有快速径流图层的 quick_flow：乘以 runoff 列。</translation>
    </message>
    <message>
        <source>mm per year, for quick_flow.</source>
        <translation>毫米/年，用于 quick_flow。</translation>
    </message>
    <message>
        <source>mm per year, such as the depth that Water yield writes.</source>
        <translation>毫米/年，例如“产水量”写出的深度。</translation>
    </message>
    <message>
        <source>mm, for the topographic index.</source>
        <translation>毫米，用于地形指数。</translation>
    </message>
    <message>
        <source>monitoring, change detection, BACI, before after control impact, vegetation cover, erosion control rate, connectivity, evaluation, water conservation, species richness, matching</source>
        <translation>监测, 变化检测, BACI, 前后对照, 植被覆盖度, 水土流失治理率, 连通性, 评价, 水源涵养, 物种丰富度, 匹配</translation>
    </message>
    <message>
        <source>natural breaks, Jenks, quantile, equal interval, reclassify, zero</source>
        <translation>自然断点,Jenks,分位数,等间距,重分类,零值锁定,分级</translation>
    </message>
    <message>
        <source>nearest: distance to the nearest threat cell, whatever its intensity, as in InVEST; kernel: mean intensity of the surroundings weighted by distance.</source>
        <translation>nearest：到最近威胁像元的距离，不考虑强度，与 InVEST 一致；kernel：周围威胁强度按距离加权的平均值。</translation>
    </message>
    <message>
        <source>nearest: one path per start; all: a path for every pair.</source>
        <translation>nearest：每个起点一条路径；all：每一对起点和终点一条路径。</translation>
    </message>
    <message>
        <source>network structure, alpha index, beta index, gamma index, cost ratio, betweenness, closeness, current flow centrality, minimum spanning tree, graph theory</source>
        <translation>网络结构, α指数, β指数, γ指数, 成本比, 介数中心性, 接近中心性, 电流中心性, 最小生成树, 图论</translation>
    </message>
    <message>
        <source>no overlaps beyond 0.01 % of the area</source>
        <translation>重叠不超过面积的 0.01 %</translation>
    </message>
    <message>
        <source>no relation</source>
        <translation>无关系</translation>
    </message>
    <message>
        <source>no small gaps between polygons</source>
        <translation>面之间无细小缝隙</translation>
    </message>
    <message>
        <source>none, hamed_rao or prewhitening; see the help.</source>
        <translation>none、hamed_rao 或 prewhitening；见帮助。</translation>
    </message>
    <message>
        <source>normalised over its full range, because the percentiles are equal</source>
        <translation>因百分位值相等，按全部取值范围标准化</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>npp: fixed by plants. nep: less the respiration of the soil. storage_difference: between two storages.</source>
        <translation>npp：植被固定。nep：扣除土壤呼吸。storage_difference：两期储量之差。</translation>
    </message>
    <message>
        <source>of the gap covered</source>
        <translation>缺口覆盖率</translation>
    </message>
    <message>
        <source>of the weights known</source>
        <translation>权重已知</translation>
    </message>
    <message>
        <source>oli: Landsat 8 and 9. tm: Landsat 4 to 7.</source>
        <translation>oli：Landsat 8、9。tm：Landsat 4～7。</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>organic_carbon is 0.58 times organic_matter.</source>
        <translation>organic_carbon 为 organic_matter 的 0.58 倍。</translation>
    </message>
    <message>
        <source>p of the two-sided test, 0 to 1.</source>
        <translation>双侧检验的 p，0 到 1。</translation>
    </message>
    <message>
        <source>p-value under normality, two-sided</source>
        <translation>正态假设下的 p 值（双侧）</translation>
    </message>
    <message>
        <source>pairwise comparison (AHP)</source>
        <translation>成对比较（层次分析法）</translation>
    </message>
    <message>
        <source>pairwise: current between every pair of sources, added up; one-to-all: each source in turn against all others as ground; all-to-one: all others against each source in turn.</source>
        <translation>pairwise：每对源地之间的电流相加；one-to-all：各源地依次注入，其余全部接地；all-to-one：其余源地全部注入，依次流向各源地。</translation>
    </message>
    <message>
        <source>path_id, from_id, to_id, cost, length_m, euclid_m, cost_euclid, cost_length.</source>
        <translation>path_id、from_id、to_id、cost、length_m、euclid_m、cost_euclid、cost_length。</translation>
    </message>
    <message>
        <source>per_area compares amounts per hectare, so that units of different size are comparable (default); total compares the amounts themselves.</source>
        <translation>per_area 比较每公顷数量，使大小不同的单元可比（默认）；total 比较数量本身。</translation>
    </message>
    <message>
        <source>per_capita multiplies the population; statistics spreads what is known of the units over their cells.</source>
        <translation>per_capita 乘以人口；statistics 把单元的已知数量分配到像元。</translation>
    </message>
    <message>
        <source>per_capita: demand = population * consumption per person / 1000, in tonnes per year and cell.

statistics: the consumption of each unit in kg is divided by 1000 and spread over its cells in proportion to population, so that the sum of the cells equals the statistic.

The default of 400 kg of grain per person and year is the line often taken for national food security in China; use consumption statistics where they exist, and the same kinds of food as in the supply.</source>
        <translation>per_capita：需求 = 人口 * 人均消费 / 1000，每年每像元吨数。

statistics：各单元以 kg 计的消费量除以 1000，按人口分配到像元，像元之和等于统计值。

默认每人每年 400 kg 粮食，常被视为中国粮食安全线；有消费统计时请采用，且食物种类应与供给相同。</translation>
    </message>
    <message>
        <source>per_capita: demand = population * standard of green space per person, in m2 per cell. statistics: what the plan of each unit asks for is spread over its cells in proportion to population, without loss. It compares with recreation supply, which is in green-space equivalents.

The default of 14.1 m2 per person is the park green space per head in Chinese cities in 2018; the World Health Organization is often quoted with 9 m2.</source>
        <translation>per_capita：需求 = 人口 * 人均绿地标准，每像元 m2。statistics：各单元规划要求的绿地按人口无损分配到像元。它与以绿地当量计的游憩供给相比较。

默认每人 14.1 m2 为 2018 年中国城市人均公园绿地；世界卫生组织常被引用的值为 9 m2。</translation>
    </message>
    <message>
        <source>per_capita: demand = population * total water use per person, in cubic metres per year and cell.

The use per person covers households, industry, irrigation and environment together, as water bulletins report it. The default of 412 m3 is the national figure of China for 2020; take the figure of the province or city where it is known, and only the kinds of use that are to be compared with water yield.

sectors: demand = population * domestic use + GDP * industrial use + irrigated land * irrigation. The use per person is then that of households alone. Without GDP or irrigated land that part is left out.

statistics: the water use of each unit is spread over its cells in proportion to population, or to another layer, so that the sum of the cells equals the statistic.

Source: China Water Resources Bulletin 2020</source>
        <translation>per_capita：需求 = 人口 * 人均综合用水量，每年每像元立方米。

人均用水量包括生活、工业、灌溉和生态，如水资源公报所报。默认 412 m3 为 2020 年全国值；已知省市数值时请采用，且只计要与产水比较的用水。

sectors：需求 = 人口 * 生活用水 + GDP * 工业用水 + 灌溉面积 * 灌溉定额。此时人均用水量只指生活用水。没有 GDP 或灌溉面积时略去该项。

statistics：各单元用水量按人口或其他图层分配到像元，像元之和等于统计值。

来源：2020 年中国水资源公报</translation>
    </message>
    <message>
        <source>percentiles of the scene, fixed values, or percentiles per land class (classes).</source>
        <translation>percentiles：整景百分位；fixed：固定值；classes：按地类的百分位。</translation>
    </message>
    <message>
        <source>pinch point, bottleneck, Pinchpoint Mapper, Circuitscape, current density, circuit theory, corridor</source>
        <translation>夹点,生态夹点,瓶颈,电路理论,电流密度,廊道,关键点</translation>
    </message>
    <message>
        <source>pinch points</source>
        <translation>生态夹点</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>power</source>
        <translation>幂</translation>
    </message>
    <message>
        <source>principal components</source>
        <translation>主成分分析</translation>
    </message>
    <message>
        <source>priority, TOPSIS, multi-criteria, ranking, AHP, entropy weight, CRITIC, sensitivity, drivers</source>
        <translation>优先级, TOPSIS, 多准则, 排序, 层次分析法, 熵权, CRITIC, 敏感性, 驱动因素</translation>
    </message>
    <message>
        <source>project selection, knapsack, integer programming, MILP, budget, phases, portfolio, optimality gap</source>
        <translation>项目选择, 背包问题, 整数规划, MILP, 预算, 阶段, 项目组合, 最优性差距</translation>
    </message>
    <message>
        <source>public participation, feedback, complaints, citizen reports, reply, status, form</source>
        <translation>公众参与, 反馈, 投诉, 公众上报, 回复, 状态, 表单</translation>
    </message>
    <message>
        <source>quality control, validate, QA, data standard, CRS, nodata, codes, topology</source>
        <translation>质量控制, 数据检查, 质检, 数据标准, 坐标系, 无效值, 代码, 拓扑</translation>
    </message>
    <message>
        <source>query, data store, export, statistics, access level, period, version, history</source>
        <translation>查询, 共享数据库, 导出, 统计, 访问级别, 时期, 版本, 历史</translation>
    </message>
    <message>
        <source>rainfall erosivity, R factor, rain, daily rain, monthly rain, CSLE, RUSLE, USLE</source>
        <translation>降雨侵蚀力, R 因子, 降雨, 日降雨, 月降雨, CSLE, RUSLE, USLE</translation>
    </message>
    <message>
        <source>ratio: R x NTL / class mean; dark cells fall to the lower limit. one_plus_ratio: R x (1 + NTL / class mean); dark cells keep their resistance.</source>
        <translation>ratio：R × NTL / 类别均值；无灯光像元降至下限。one_plus_ratio：R × (1 + NTL / 类别均值)；无灯光像元保持原值。</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>recreation demand, green space per person, standard, population</source>
        <translation>休闲游憩需求, 人均绿地, 标准, 人口</translation>
    </message>
    <message>
        <source>recreation, green space, landscape, cultural service, leisure, tourism</source>
        <translation>休闲游憩, 绿地, 景观, 文化服务, 休闲, 旅游</translation>
    </message>
    <message>
        <source>refuse: cells with resistance 0 stop the run; minimum: they, and all below it, get the lowest resistance given next; region: neighbouring cells with 0 become one node that current crosses without loss.</source>
        <translation>refuse：遇到阻力为 0 的像元即停止；minimum：它们以及所有更低者取下面给出的最低阻力；region：相邻的 0 值像元成为一个节点，电流无损耗通过。</translation>
    </message>
    <message>
        <source>remove: edge belongs to no source; measure: edge stays in the source, and core_area_ha is the area without it.</source>
        <translation>remove：边缘不属于任何源地；measure：边缘保留在源地内，core_area_ha 为扣除边缘后的面积。</translation>
    </message>
    <message>
        <source>report, html, summary, plan document, maps, charts</source>
        <translation>报告, 规划报告, 成果汇总, 规划文本, 地图, 图表</translation>
    </message>
    <message>
        <source>resample, reproject, warp, snap, clip, same grid, extent, GCJ-02</source>
        <translation>重采样, 重投影, 配准, 对齐, 裁剪, 统一格网, 范围, 火星坐标, 偏移</translation>
    </message>
    <message>
        <source>residual {residual}</source>
        <translation>残差 {residual}</translation>
    </message>
    <message>
        <source>resilience, indicators, SHDI, landscape diversity, ecological elasticity, land use intensity</source>
        <translation>韧性,恢复力,指标体系,SHDI,景观多样性,生态弹性度,土地利用程度</translation>
    </message>
    <message>
        <source>resistance surface, weighted overlay, factor, score, barrier, road, river, wildlife crossing, night light, entropy, CRITIC, AHP, cost surface</source>
        <translation>综合阻力面, 加权叠加, 阻力因子, 赋值, 障碍, 道路, 河流, 动物通道, 夜间灯光修正, 熵权法, CRITIC, 层次分析法, 成本面</translation>
    </message>
    <message>
        <source>resistance, habitat suitability, habitat quality, negative exponential, transform, curve, species distribution model</source>
        <translation>阻力, 生境适宜性, 生境质量, 负指数, 转换, 曲线, 物种分布模型</translation>
    </message>
    <message>
        <source>resistance, land cover, land use, reclassify, friction, cost surface</source>
        <translation>阻力, 阻力面, 土地覆被, 土地利用, 重分类, 阻力赋值, 成本面</translation>
    </message>
    <message>
        <source>resistance, or conductance (0: no ground).</source>
        <translation>电阻，或电导（0：没有接地）。</translation>
    </message>
    <message>
        <source>resistance, or conductance (the inverse; cells of conductance 0 carry no current).</source>
        <translation>resistance 为阻力（电阻），conductance 为电导（阻力的倒数；电导为 0 的像元不导电）。</translation>
    </message>
    <message>
        <source>responsibility, who pays, polluter pays, beneficiary pays, jurisdiction, levels of government, cost sharing</source>
        <translation>责任, 谁付费, 谁破坏谁治理, 谁受益谁补偿, 管辖, 政府层级, 费用分担</translation>
    </message>
    <message>
        <source>restoration zones</source>
        <translation>修复分区</translation>
    </message>
    <message>
        <source>restoration zoning, ecological restoration zones, strategy, supply-demand and resilience, rules</source>
        <translation>生态修复分区,国土空间生态修复,修复策略,供需与韧性,分区规则</translation>
    </message>
    <message>
        <source>retention: a share of the yield by land cover, terrain and soil. quick_flow: the yield less quick flow.</source>
        <translation>retention：按土地覆盖、地形和土壤得出的产水量比例。quick_flow：产水量减去快速径流。</translation>
    </message>
    <message>
        <source>s_red: red soil hills of the south, 500 t/km2/yr. n_rocky and ne_black: 200. nw_loess: 1000. sw_karst: 500 (SL 190-2007).</source>
        <translation>s_red：南方红壤丘陵区，500 t/km2/yr。n_rocky 和 ne_black：200。nw_loess：1000。sw_karst：500（SL 190-2007）。</translation>
    </message>
    <message>
        <source>same, or that of the second date where it differs; bands of two sensors agree only roughly.</source>
        <translation>same 表示相同；若第二期传感器不同则选该传感器；两种传感器的波段只大致一致。</translation>
    </message>
    <message>
        <source>sample, example, demo, tutorial, synthetic, test data</source>
        <translation>示例, 样例, 演示, 教程, 合成数据, 测试数据</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>score: what the landscape offers. catchment: what people can reach, with population.</source>
        <translation>score：景观所提供的。catchment：人们可到达的，需要人口。</translation>
    </message>
    <message>
        <source>security pattern, security level, ecological zones, buffer zone, MCR, change point, threshold</source>
        <translation>生态安全格局,安全等级,生态分区,缓冲区,最小累积阻力,突变点,阈值</translation>
    </message>
    <message>
        <source>semi-synthetic</source>
        <translation>半合成</translation>
    </message>
    <message>
        <source>share of the variance</source>
        <translation>方差占比</translation>
    </message>
    <message>
        <source>six-digit administrative code</source>
        <translation>六位行政区划代码</translation>
    </message>
    <message>
        <source>slope, aspect, relief, roughness, incision, flow length, flow accumulation, LS factor, DEM</source>
        <translation>坡度,坡向,地势起伏度,地表粗糙度,地表切割深度,水流长度,汇流累积量,坡长坡度因子,数字高程模型</translation>
    </message>
    <message>
        <source>soil conservation, soil erosion, CSLE, RUSLE, USLE, erosivity, erodibility, regulating service</source>
        <translation>土壤保持, 土壤侵蚀, 水土流失, CSLE, RUSLE, USLE, 降雨侵蚀力, 土壤可蚀性, 调节服务</translation>
    </message>
    <message>
        <source>soil erodibility, K factor, EPIC, nomograph, texture, sand, silt, clay, CSLE, RUSLE</source>
        <translation>土壤可蚀性, K 因子, EPIC, 诺谟图, 质地, 砂粒, 粉粒, 黏粒, CSLE, RUSLE</translation>
    </message>
    <message>
        <source>soil erosion, soil conservation demand, tolerance, SL190</source>
        <translation>土壤侵蚀, 土壤保持需求, 容许土壤流失量, SL190</translation>
    </message>
    <message>
        <source>source_id, area_ha, degree, component, between, mean_cost, closeness, current_flow.</source>
        <translation>source_id、area_ha、degree、component、between、mean_cost、closeness、current_flow。</translation>
    </message>
    <message>
        <source>source_id, area_ha, mean_resistance, area_perimeter (m), current_flow, cav.</source>
        <translation>source_id、area_ha、mean_resistance、area_perimeter（m）、current_flow、cav。</translation>
    </message>
    <message>
        <source>source_id, attribute, component (1 = the one with the most patches), degree (links), between, and in percent pc_delta, pc_intra, pc_flux, pc_connector, pc_between, iic_delta, iic_intra, iic_flux, iic_connector, iic_between; pc_rank and iic_rank (1 = largest delta).</source>
        <translation>source_id、attribute（属性）、component（组分，1 为斑块最多者）、degree（连接数）、between，以及百分比 pc_delta、pc_intra、pc_flux、pc_connector、pc_between、iic_delta、iic_intra、iic_flux、iic_connector、iic_between；pc_rank 和 iic_rank（1 为 delta 最大）。</translation>
    </message>
    <message>
        <source>square: fastest, and the usual form. circle: the same reach in every direction.</source>
        <translation>square：正方形，最快也最常用。circle：圆形，各方向范围相同。</translation>
    </message>
    <message>
        <source>stepping stone, patch addition, restoration site, Graphab, ECA, PC, connectivity gain</source>
        <translation>踏脚石, 增加斑块, 修复选址, 等效连通面积, 连通性增益</translation>
    </message>
    <message>
        <source>study area</source>
        <translation>研究区面积</translation>
    </message>
    <message>
        <source>sum: the index is the sum of weight x indicator. geometric: the weighted geometric mean of the scores of the perspectives, low where any of them is low.</source>
        <translation>sum：指数为权重 × 指标之和。geometric：各维度得分的加权几何平均，任一维度低则指数低。</translation>
    </message>
    <message>
        <source>supply-demand matching, quadrant, z-score, mismatch, spatial mismatch</source>
        <translation>供需匹配,象限匹配,z分数,供需错配,空间错配</translation>
    </message>
    <message>
        <source>survey, questionnaire, Likert, satisfaction, Wilson interval, public participation, expert scoring, Kendall W, Delphi</source>
        <translation>调查, 问卷, 李克特量表, 满意度, Wilson 区间, 公众参与, 专家评分, Kendall W, 德尔菲法</translation>
    </message>
    <message>
        <source>synergy</source>
        <translation>协同</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>t C per year and cell.</source>
        <translation>每年每像元 t C。</translation>
    </message>
    <message>
        <source>t C/ha, for storage_difference.</source>
        <translation>t C/ha，用于 storage_difference。</translation>
    </message>
    <message>
        <source>t C/ha, in place of the column {column}; the same for both land covers.</source>
        <translation>t C/ha，代替 {column} 列；两期土地覆盖相同。</translation>
    </message>
    <message>
        <source>t ha h/ha/MJ/mm (SI), about 0.01 to 0.07. Empty: from texture and organic carbon.</source>
        <translation>t ha h/ha/MJ/mm（国际单位），约 0.01 至 0.07。留空：由质地和有机碳计算。</translation>
    </message>
    <message>
        <source>t/ha/yr, as the tool Soil conservation writes it.</source>
        <translation>t/ha/yr，由土壤保持工具输出。</translation>
    </message>
    <message>
        <source>t/ha/yr, by the same method.</source>
        <translation>t/ha/yr，方法相同。</translation>
    </message>
    <message>
        <source>t/ha/yr, in place of one number, where the area spans regions; used by excess.</source>
        <translation>t/ha/yr，区域跨多个类型区时代替单一数值；用于 excess。</translation>
    </message>
    <message>
        <source>technology, techniques, experts, teams, assignment, technical bottleneck, restoration measures</source>
        <translation>技术, 技术匹配, 专家, 团队, 分派, 技术短板, 修复措施</translation>
    </message>
    <message>
        <source>the patches connect better</source>
        <translation>斑块之间的连通性提高</translation>
    </message>
    <message>
        <source>the patches connect no better</source>
        <translation>斑块之间的连通性没有提高</translation>
    </message>
    <message>
        <source>the value itself</source>
        <translation>取值本身</translation>
    </message>
    <message>
        <source>trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>trade-off, synergy, correlation, RMSD, ecosystem service bundles, heat map</source>
        <translation>权衡,协同,相关,均方根偏差,生态系统服务簇,热图</translation>
    </message>
    <message>
        <source>trend, Mann-Kendall, Sen slope, Theil-Sen, time series, significance, autocorrelation, NDVI trend</source>
        <translation>趋势, Mann-Kendall, Sen 斜率, Theil-Sen, 时间序列, 显著性, 自相关, NDVI 趋势</translation>
    </message>
    <message>
        <source>type: of supply and demand; resilience: of a unit against the threshold of the rule table</source>
        <translation>type：供需匹配类型；resilience：单元韧性与规则表阈值的比较</translation>
    </message>
    <message>
        <source>update, replace or append; see the help.</source>
        <translation>update、replace 或 append；见帮助。</translation>
    </message>
    <message>
        <source>upstream: the longest way from a divide down to the cell. downstream: from the cell to its outlet.</source>
        <translation>upstream：从分水岭到该像元的最长路径。downstream：从该像元到出口的路径。</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>water conservation, water retention, velocity coefficient, topographic index, quick flow, regulating service</source>
        <translation>水源涵养, 流速系数, 地形指数, 快速径流, 调节服务</translation>
    </message>
    <message>
        <source>water demand, water use, water consumption, population</source>
        <translation>需水量, 用水量, 水资源需求, 人口</translation>
    </message>
    <message>
        <source>water yield, water supply, Budyko, InVEST, evapotranspiration, runoff, hydrology</source>
        <translation>产水量, 水源供给, 水资源供给, Budyko, InVEST, 蒸散发, 径流, 水文</translation>
    </message>
    <message>
        <source>weights of the table</source>
        <translation>表中的权重</translation>
    </message>
    <message>
        <source>within: source minus median of the target's block lies between the limits; equal: the source has the most frequent value of the block.</source>
        <translation>within：源的值减去目标区块的中位数位于界限之间；equal：源具有区块中最常见的值。</translation>
    </message>
    <message>
        <source>x, y: provincial and social funds to unit i, 10^4 CNY; p: priority, 0 to 1; θ: leverage of social capital; B, P: budgets; gap: need less own funds</source>
        <translation>x、y：单元 i 获得的省级资金与社会资本（万元）；p：优先度，0 至 1；θ：社会资本的撬动系数；B、P：预算；gap：资金需求减自有资金</translation>
    </message>
    <message>
        <source>x: supply or demand index of a unit, 0 to 1; mean, sd: over all units; z: no unit</source>
        <translation>x：单元的供给或需求指数，0 至 1；mean、sd：全部单元的均值与标准差；z：无量纲</translation>
    </message>
    <message>
        <source>x_ij: indicator j of unit i scaled to 0 to 1; w_j: its weight; d⁺, d⁻: distance to the best and to the worst values; C: closeness, 0 to 1</source>
        <translation>x_ij：单元 i 的指标 j，归一化至 0 至 1；w_j：其权重；d⁺、d⁻：到最优值与最劣值的距离；C：贴近度，0 至 1</translation>
    </message>
    <message>
        <source>x_k: indicator k scaled to 0 to 1, more is better; w_k: its weight, all adding up to 1; ERI: 0 to 1</source>
        <translation>x_k：指标 k，归一化至 0 至 1，越大越好；w_k：其权重，合计为 1；ERI：0 至 1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>z-score of the permutations</source>
        <translation>置换的 z 分数</translation>
    </message>
    <message>
        <source>z-score under normality</source>
        <translation>正态假设下的 z 分数</translation>
    </message>
    <message>
        <source>zonal statistics, area table, cross table, land cover by zone, tabulate area, mean by zone</source>
        <translation>分区统计,面积表,交叉表,分区土地覆被,面积制表,分区均值</translation>
    </message>
    <message>
        <source>zones: core, buffer, transition, marginal, outer zone from level 1 on; security: from lowest to highest security, since each further level protects more than the bare minimum.</source>
        <translation>zones：自 1 级起依次为核心区、缓冲区、过渡区、边缘区、外围区；security：由最低到最高安全水平，因为每增加一级，保护范围都超出底线更多。</translation>
    </message>
    <message>
        <source>{ampere} A are fed in; the largest voltage is {volt} V.</source>
        <translation>注入 {ampere} A；最大电压为 {volt} V。</translation>
    </message>
    <message>
        <source>{area} m2 of green space lie beyond the reach of everybody.</source>
        <translation>{area} m2 绿地无人可达。</translation>
    </message>
    <message>
        <source>{bands} bands and {coefficients} coefficients of wetness are given; six of each are needed: blue, green, red, NIR, SWIR1, SWIR2.</source>
        <translation>给出了 {bands} 个波段和 {coefficients} 个湿度系数；各需六个：蓝、绿、红、近红外、短波红外 1、短波红外 2。</translation>
    </message>
    <message>
        <source>{before} and {after}: give both dates.</source>
        <translation>{before}与{after}：请给出两期。</translation>
    </message>
    <message>
        <source>{before} rasters before, {after} after and {names} names are given; give one of each per indicator, in the same order.</source>
        <translation>给出了前期栅格 {before} 个、后期栅格 {after} 个和名称 {names} 个；请按相同顺序为每个指标各给一个。</translation>
    </message>
    <message>
        <source>{before} records before and {after} after: compare species at equal effort, not as found.</source>
        <translation>前期 {before} 条记录，后期 {after} 条：请比较等努力量下的物种数，而不是实际发现数。</translation>
    </message>
    <message>
        <source>{cells} cells in the window, {classes} classes.</source>
        <translation>窗口含 {cells} 个像元，共 {classes} 个类别。</translation>
    </message>
    <message>
        <source>{chosen} of {count} projects are chosen; benefit {benefit}, gap to the best possible {gap}.</source>
        <translation>{count} 个项目中选中 {chosen} 个；效益 {benefit}，与可能最优的差距 {gap}。</translation>
    </message>
    <message>
        <source>{classes} classes were asked for, but there are only {different} different values; ask for at most that many.</source>
        <translation>要求分为 {classes} 级，但只有 {different} 个不同的值；级数不得超过该数目。</translation>
    </message>
    <message>
        <source>{controls} control cells were matched to {treated} treated cells.</source>
        <translation>为 {treated} 个处理像元匹配了 {controls} 个对照像元。</translation>
    </message>
    <message>
        <source>{costs} cost fields and budgets of {funds} funds are given; every fund needs both.</source>
        <translation>给出了 {costs} 个费用字段和 {funds} 种资金的预算；每种资金两者都需要。</translation>
    </message>
    <message>
        <source>{count} answers are not whole numbers from 1 to {scale}; the first is {value}. Correct them, leave them empty, or give the right scale.</source>
        <translation>{count} 个答案不是 1 到 {scale} 的整数；第一个是 {value}。请更正、留空，或给出正确的量表。</translation>
    </message>
    <message>
        <source>{count} bands have no row in {table}: {bands}. Add rows for them, or name the bands as in the table ({known}).</source>
        <translation>{count} 个波段在 {table} 中没有对应行：{bands}。请补充这些行，或按表中的名称（{known}）命名波段。</translation>
    </message>
    <message>
        <source>{count} barrier cells are open at {structures} crossing structures.</source>
        <translation>{structures} 处穿越设施打通了 {count} 个障碍像元。</translation>
    </message>
    <message>
        <source>{count} barriers of {area} ha; the first would save {percent} % of the cost of link {link}.</source>
        <translation>{count} 处障碍点，共 {area} 公顷；首位可节省连接 {link} 成本的 {percent} %。</translation>
    </message>
    <message>
        <source>{count} barriers.</source>
        <translation>障碍点 {count} 个。</translation>
    </message>
    <message>
        <source>{count} cells are woodland, whose soil loss ratio needs the cover of the understorey. Give it, or take the curve of Cai.</source>
        <translation>{count} 个像元为林地，其土壤流失比率需要林下盖度。请给出，或采用蔡崇法曲线。</translation>
    </message>
    <message>
        <source>{count} cells drawn.</source>
        <translation>抽取了 {count} 个像元。</translation>
    </message>
    <message>
        <source>{count} cells have a precipitation of 0 and become nodata: the equation divides by it. Where 0 stands for missing data, that is right; else give a small amount.</source>
        <translation>{count} 个像元降水为 0，成为无数据：方程要除以降水。若 0 表示缺测，这是对的；否则请给一个小的数值。</translation>
    </message>
    <message>
        <source>{count} cells have an index although some of their indicators are unknown.</source>
        <translation>{count} 个像元虽有部分指标未知，仍得到指数。</translation>
    </message>
    <message>
        <source>{count} cells have some factors but not all, and are nodata. Allow missing factors to classify them.</source>
        <translation>{count} 个像元只有部分因子，结果为无数据。允许缺少因子即可对其分级。</translation>
    </message>
    <message>
        <source>{count} cells keep their resistance because their night light or class is unknown.</source>
        <translation>{count} 个像元的夜间灯光或类别未知，保持原阻力值。</translation>
    </message>
    <message>
        <source>{count} cells lie in areas of limited access.</source>
        <translation>{count} 个像元位于限制进入的区域内。</translation>
    </message>
    <message>
        <source>{count} cells lie in treated and in control places and are left out.</source>
        <translation>{count} 个像元同时位于处理区和对照区，已略去。</translation>
    </message>
    <message>
        <source>{count} cells lie outside all units: they are in the raster, not in the totals.</source>
        <translation>{count} 个像元位于所有单元之外：保留在栅格中，但不计入合计。</translation>
    </message>
    <message>
        <source>{count} cells lose carbon; their amounts are below 0.</source>
        <translation>{count} 个像元损失碳；其值小于 0。</translation>
    </message>
    <message>
        <source>{count} cells lose more water at once than they yield; their conservation is below 0.</source>
        <translation>有 {count} 个像元的快速径流大于产水量；其水源涵养量小于 0。</translation>
    </message>
    <message>
        <source>{count} cells on linear barriers resist at least {value}.</source>
        <translation>线状障碍上的 {count} 个像元阻力值不低于 {value}。</translation>
    </message>
    <message>
        <source>{count} cells on rivers resist at least {value}.</source>
        <translation>{count} 个河流像元的阻力值不低于 {value}。</translation>
    </message>
    <message>
        <source>{count} cells take their factor from vegetation cover. Give NDVI, or the factor itself.</source>
        <translation>{count} 个像元的因子由植被覆盖度得到。请给出 NDVI，或因子本身。</translation>
    </message>
    <message>
        <source>{count} cells with a low resistance were raised to {minimum}.</source>
        <translation>{count} 个低阻力像元已提高到 {minimum}。</translation>
    </message>
    <message>
        <source>{count} cells with land cover become nodata, because another layer has no data there.</source>
        <translation>{count} 个有土地覆被的像元因其他图层缺少数据而成为无数据。</translation>
    </message>
    <message>
        <source>{count} cells with negative night light were taken as dark.</source>
        <translation>{count} 个夜间灯光为负的像元按无灯光处理。</translation>
    </message>
    <message>
        <source>{count} cells with resistance 0 form {regions} short-circuit regions.</source>
        <translation>{count} 个阻力为 0 的像元构成 {regions} 个短路区。</translation>
    </message>
    <message>
        <source>{count} codes have a resistance that is missing, zero or negative; the first is code {code} with {value}. A resistance must be above 0; where nothing can pass, leave the cells as nodata.</source>
        <translation>{count} 个代码的阻力值缺失、为零或为负，首个是代码 {code}，值为 {value}。阻力值必须大于 0；完全无法通行之处请设为无数据。</translation>
    </message>
    <message>
        <source>{count} codes stand in the resistance table more than once: {codes}. Keep one row per code.</source>
        <translation>阻力值表中有 {count} 个代码重复：{codes}。每个代码只保留一行。</translation>
    </message>
    <message>
        <source>{count} coefficients of wetness are given; six are needed, in the order of the bands.</source>
        <translation>给出了 {count} 个湿度系数；需要六个，按波段次序。</translation>
    </message>
    <message>
        <source>{count} collaborative units cost {total}: provinces carry {province}, cities {city}, counties {county} (10^4 CNY).</source>
        <translation>{count} 个协同单元费用共 {total}：省级承担 {province}，市级 {city}，县级 {county}（万元）。</translation>
    </message>
    <message>
        <source>{count} collaborative units, {cross} of them across borders; {slivers} slivers joined a neighbour.</source>
        <translation>{count} 个协同单元，其中 {cross} 个跨界；{slivers} 个碎块已并入相邻部分。</translation>
    </message>
    <message>
        <source>{count} cores hold {share} % of the foreground; {bridges} bridges link cores.</source>
        <translation>{count} 个核心区占前景的 {share} %；有 {bridges} 个桥接区连接核心区。</translation>
    </message>
    <message>
        <source>{count} crossing structures lie farther than {distance} m from every barrier and open nothing; the first is feature {feature}.</source>
        <translation>{count} 处穿越设施与所有障碍的距离均超过 {distance} 米，不起作用；首个是要素 {feature}。</translation>
    </message>
    <message>
        <source>{count} edges have a {kind} that is missing, negative, infinite or, as resistance, 0; the first is {value} between {one} and {other}.</source>
        <translation>{count} 条边的 {kind} 缺失、为负、为无穷大，或作为电阻为 0；第一条为 {one} 与 {other} 之间的 {value}。</translation>
    </message>
    <message>
        <source>{count} evaluations, mean score {score}.</source>
        <translation>{count} 项评估，平均得分 {score}。</translation>
    </message>
    <message>
        <source>{count} indicators are empty and get no weight because layers are missing: {listed}.</source>
        <translation>因缺少图层，有 {count} 个指标为空且没有权重：{listed}。</translation>
    </message>
    <message>
        <source>{count} indicators cannot be made because layers are missing: {listed}. Give the layers, or allow missing layers.</source>
        <translation>因缺少图层，有 {count} 个指标无法生成：{listed}。请提供这些图层，或允许缺少图层。</translation>
    </message>
    <message>
        <source>{count} indicators have no target and are left aside: {names}.</source>
        <translation>{count} 个指标没有目标，已略去：{names}。</translation>
    </message>
    <message>
        <source>{count} judgements are not positive numbers; the first is {first} over {second} = {value}.</source>
        <translation>{count} 个判断值不是正数，首个为 {first} 相对 {second} = {value}。</translation>
    </message>
    <message>
        <source>{count} keys of {layer} have more than one row, the first is {key}. Correct them in QGIS, then migrate; nothing was changed.</source>
        <translation>{layer} 中有 {count} 个主键对应多行，第一个是 {key}。请先在 QGIS 中改正，再迁移；未作任何更改。</translation>
    </message>
    <message>
        <source>{count} kinds of place come from the classes of {layers} layers; no cell would find its like. Take fewer classes or layers.</source>
        <translation>{layers} 个图层的分级产生 {count} 种地类组合；像元将找不到相似的像元。请减少分级或图层。</translation>
    </message>
    <message>
        <source>{count} kinds of place have too few candidates; all there are were taken.</source>
        <translation>{count} 个地类组合的候选像元不足，已全部采用。</translation>
    </message>
    <message>
        <source>{count} land cells have all four indicators; an ecological index needs two or more. Check nodata, the scale of the bands and the limit of water.</source>
        <translation>四个指标齐全的陆地像元有 {count} 个；生态指数至少需要两个。请检查无数据值、波段比例和水体阈值。</translation>
    </message>
    <message>
        <source>{count} least-cost paths found.</source>
        <translation>找到 {count} 条最小成本路径。</translation>
    </message>
    <message>
        <source>{count} levels of resilience ({levels}) need {needed} limits between them; {given} are given.</source>
        <translation>{count} 级韧性（{levels}）之间需要 {needed} 个界限；给出了 {given} 个。</translation>
    </message>
    <message>
        <source>{count} levels with limits at {limits}.</source>
        <translation>{count} 个等级，界限为 {limits}。</translation>
    </message>
    <message>
        <source>{count} linked patches have an area below 1; the smallest is {value}. Its logarithm would be negative: take the areas in a smaller unit, or the form "area".</source>
        <translation>{count} 个有连接的斑块面积小于 1，最小为 {value}。其对数为负：请改用更小的面积单位，或选择形式“area”。</translation>
    </message>
    <message>
        <source>{count} links begin and end in the same patch. Remove them.</source>
        <translation>{count} 条连接的起点和终点是同一斑块。请将其删除。</translation>
    </message>
    <message>
        <source>{count} links have an interaction of 0, which has no logarithm. Take the classes of the interaction itself.</source>
        <translation>{count} 条连接的相互作用强度为 0，无法取对数。请对相互作用强度本身分级。</translation>
    </message>
    <message>
        <source>{count} links have another cost than the resistance gives; the first is link {link} with {given} instead of {now}. Was the network made from another resistance?</source>
        <translation>{count} 条连接的成本与该阻力面所得不同；首个为连接 {link}，为 {given} 而非 {now}。网络是否由另一阻力面生成？</translation>
    </message>
    <message>
        <source>{count} links join a source with itself; the first is source {first}. Remove them.</source>
        <translation>{count} 条连接的两端是同一源地；首个为源地 {first}。请将其删除。</translation>
    </message>
    <message>
        <source>{count} links join sources that a cheaper link joins already; they count once in the indices.</source>
        <translation>{count} 条连接所连的源地已有更低成本的连接；在指数中只计一次。</translation>
    </message>
    <message>
        <source>{count} links were dropped because their path crosses a third source.</source>
        <translation>因路径穿过第三源地，舍去 {count} 条连接。</translation>
    </message>
    <message>
        <source>{count} links were dropped because their path is longer than the largest length.</source>
        <translation>因路径长度超过最大值，舍去 {count} 条连接。</translation>
    </message>
    <message>
        <source>{count} links were dropped because they cost less than the smallest least-cost distance.</source>
        <translation>有 {count} 条连接因成本低于最小成本距离下限而舍去。</translation>
    </message>
    <message>
        <source>{count} links were dropped because they lead to none of the nearest neighbours.</source>
        <translation>因不属于最近邻，舍去 {count} 条连接。</translation>
    </message>
    <message>
        <source>{count} names hold no year, such as {name}. Give the times.</source>
        <translation>{count} 个名称不含年份，例如 {name}。请给出时间。</translation>
    </message>
    <message>
        <source>{count} names of rasters hold no date, such as {name}. Give the dates.</source>
        <translation>{count} 个栅格名称中没有日期，例如 {name}。请给出日期。</translation>
    </message>
    <message>
        <source>{count} nodes are not part of the network: {ids}.</source>
        <translation>{count} 个节点不属于该网络：{ids}。</translation>
    </message>
    <message>
        <source>{count} nodes have a source and a ground; what they keep: {policy}.</source>
        <translation>{count} 个节点同时有源与接地；保留方式：{policy}。</translation>
    </message>
    <message>
        <source>{count} of {all} inputs are assumed: {names}.</source>
        <translation>{all} 项输入中有 {count} 项为假设：{names}。</translation>
    </message>
    <message>
        <source>{count} of {all} inputs are semi-synthetic: {names}.</source>
        <translation>{all} 项输入中有 {count} 项为半合成：{names}。</translation>
    </message>
    <message>
        <source>{count} of {all} inputs are synthetic: {names}.</source>
        <translation>{all} 项输入中有 {count} 项为合成：{names}。</translation>
    </message>
    <message>
        <source>{count} of {all} units have no zone; they are shown without one.</source>
        <translation>{all} 个单元中有 {count} 个没有分区；按未分区显示。</translation>
    </message>
    <message>
        <source>{count} of {all} units need nothing.</source>
        <translation>{all} 个单元中有 {count} 个无资金需求。</translation>
    </message>
    <message>
        <source>{count} of {links} links are in the lowest class, because a few links stand far above the others. Natural breaks of the logarithm tell them apart.</source>
        <translation>{links} 条连接中有 {count} 条处于最低等级，因为少数连接远高于其他连接。采用对数的自然断点可将其区分。</translation>
    </message>
    <message>
        <source>{count} of {total} links have no corridor and are left out.</source>
        <translation>{total} 条连接中有 {count} 条没有廊道，已排除。</translation>
    </message>
    <message>
        <source>{count} of {total} pairs of sources are run.</source>
        <translation>运行 {total} 对源地中的 {count} 对。</translation>
    </message>
    <message>
        <source>{count} of {total} sources have no partner they are connected with and carry no current: {sources}.</source>
        <translation>{total} 个源地中有 {count} 个没有与之连通的伙伴，没有电流：{sources}。</translation>
    </message>
    <message>
        <source>{count} of {total} sources lie wholly on nodata or outside the raster: id {ids}. Give these cells a resistance, move the sources, or leave them out.</source>
        <translation>{total} 个源地中有 {count} 个完全位于无数据像元上或栅格范围之外：编号 {ids}。请为这些像元赋阻力值、移动源地，或将其排除。</translation>
    </message>
    <message>
        <source>{count} of {total} windows gave trouble; {missing} of them are missing from the maps, the others were solved by another method. The table of failed windows lists them.</source>
        <translation>{total} 个窗口中有 {count} 个出现问题；其中 {missing} 个在图中缺失，其余已用另一种方法求解。问题窗口表列出了它们。</translation>
    </message>
    <message>
        <source>{count} of {units} units lie nearer than {distance} standard deviations to an axis: their type may change with the study area.</source>
        <translation>{units} 个单元中有 {count} 个距坐标轴不足 {distance} 个标准差：其类型可能随研究区而变化。</translation>
    </message>
    <message>
        <source>{count} pairs have no path within the largest cost: {names}.</source>
        <translation>{count} 对地点在最大成本内没有路径：{names}。</translation>
    </message>
    <message>
        <source>{count} pairs name a source that does not exist or the same source twice; the first is {pair}.</source>
        <translation>{count} 个源地对指向不存在的源地或两次指向同一源地；第一个为 {pair}。</translation>
    </message>
    <message>
        <source>{count} pairs of sources cost more than the largest least-cost distance.</source>
        <translation>有 {count} 对源地的成本超过最小成本距离上限。</translation>
    </message>
    <message>
        <source>{count} pairs of sources differ too little in climate.</source>
        <translation>{count} 对源地的气候差异过小。</translation>
    </message>
    <message>
        <source>{count} pairs of sources have no path between them.</source>
        <translation>有 {count} 对源地之间不存在路径。</translation>
    </message>
    <message>
        <source>{count} pairs of sources lie further apart than the largest straight distance.</source>
        <translation>有 {count} 对源地的间距超过最大直线距离。</translation>
    </message>
    <message>
        <source>{count} pairs of sources lie nearer than the smallest straight distance.</source>
        <translation>{count} 对源地的距离小于最小直线距离。</translation>
    </message>
    <message>
        <source>{count} pairs of units have their centres at one place, the first are units {one} and {other}; weights that fall with distance cannot tell them apart. Choose power 0.</source>
        <translation>有 {count} 对单元的中心重合，第一对为单元 {one} 和 {other}；随距离递减的权重无法区分它们。请将幂次设为 0。</translation>
    </message>
    <message>
        <source>{count} patches need a square matrix of distances, but it has {shape}.</source>
        <translation>{count} 个斑块需要距离方阵，但给出的是 {shape}。</translation>
    </message>
    <message>
        <source>{count} patches need about {needed} of memory but only {available} are available, and about {duration}. Set the minimum area to {minimum}: the {kept} patches that reach it take about {shorter}.</source>
        <translation>{count} 个斑块约需内存 {needed}，但只有 {available} 可用，且约需 {duration}。请将最小面积设为 {minimum}：达到该值的 {kept} 个斑块约需 {shorter}。</translation>
    </message>
    <message>
        <source>{count} patches: about {needed} of memory needed; estimated time {duration}.</source>
        <translation>{count} 个斑块：约需内存 {needed}，预计用时 {duration}。</translation>
    </message>
    <message>
        <source>{count} patches: about {needed} of memory needed; estimated time {duration}. With a minimum area of {minimum} there are {kept} patches, and it takes about {shorter}.</source>
        <translation>{count} 个斑块：约需内存 {needed}，预计用时 {duration}。若将最小面积设为 {minimum}，剩余 {kept} 个斑块，约需 {shorter}。</translation>
    </message>
    <message>
        <source>{count} pinch points in {links} corridors; cells count from {threshold} A on.</source>
        <translation>{links} 条廊道中有 {count} 个夹点；像元电流阈值为 {threshold} A。</translation>
    </message>
    <message>
        <source>{count} places know all {services} services.</source>
        <translation>{count} 个地点的 {services} 项服务均已知。</translation>
    </message>
    <message>
        <source>{count} places, {spacing} m apart.</source>
        <translation>{count} 个位置，间距 {spacing} m。</translation>
    </message>
    <message>
        <source>{count} potentials were taken from the run folder.</source>
        <translation>有 {count} 个电位取自运行文件夹。</translation>
    </message>
    <message>
        <source>{count} project ids occur more than once: {names}.</source>
        <translation>{count} 个项目编号重复：{names}。</translation>
    </message>
    <message>
        <source>{count} projects cannot start in any of the {phases} phases; the first is {name}.</source>
        <translation>{count} 个项目无法在 {phases} 个阶段中的任何一个启动；第一个是 {name}。</translation>
    </message>
    <message>
        <source>{count} projects cost nothing; the first is {name}. A project without cost would always be chosen: give its cost, or leave it out.</source>
        <translation>{count} 个项目费用为零；第一个是 {name}。无费用的项目总会被选中：请给出其费用，或将其删除。</translation>
    </message>
    <message>
        <source>{count} projects have no benefit or a negative one; the first is {name}.</source>
        <translation>{count} 个项目没有效益值或为负；第一个是 {name}。</translation>
    </message>
    <message>
        <source>{count} projects have no cost or a negative one; the first is {name}.</source>
        <translation>{count} 个项目没有费用或为负；第一个是 {name}。</translation>
    </message>
    <message>
        <source>{count} projects lack a value and do not count.</source>
        <translation>{count} 个项目缺少数值，不计入。</translation>
    </message>
    <message>
        <source>{count} rasters have no coordinate reference system; the first is {name}. Assign it.</source>
        <translation>{count} 个栅格没有坐标参考系，第一个是 {name}。请为其指定坐标参考系。</translation>
    </message>
    <message>
        <source>{count} regions have a floor above their limit; the first is {name}: {floor} above {cap}.</source>
        <translation>{count} 个区域的下限高于上限，第一个为 {name}：{floor} 高于 {cap}。</translation>
    </message>
    <message>
        <source>{count} reports, {open} without a reply, {outside} outside every unit.</source>
        <translation>{count} 条反馈，{open} 条未回复，{outside} 条不在任何单元内。</translation>
    </message>
    <message>
        <source>{count} results rest on fewer than 30 answers; their limits are wide.</source>
        <translation>{count} 项结果的答案少于 30 份；其置信区间很宽。</translation>
    </message>
    <message>
        <source>{count} rows found.</source>
        <translation>找到 {count} 行。</translation>
    </message>
    <message>
        <source>{count} rows in which an indicator is unknown were left out.</source>
        <translation>{count} 行有指标缺失，已略去。</translation>
    </message>
    <message>
        <source>{count} rows lie in no unit of the store and get no unit code; only the province sees them.</source>
        <translation>{count} 行不在库中任何单元内，没有单元代码；只有省级可见。</translation>
    </message>
    <message>
        <source>{count} rows that would be replaced lie outside your part of the store. Nothing was imported. Leave them out.</source>
        <translation>有 {count} 个将被替换的行在您所辖部分之外。未导入任何内容。请去掉这些行。</translation>
    </message>
    <message>
        <source>{count} scores are missing, the first of expert {expert} for item {item}. Every expert must score every item.</source>
        <translation>缺少 {count} 个评分，第一个是专家 {expert} 对项目 {item} 的评分。每位专家须对每个项目评分。</translation>
    </message>
    <message>
        <source>{count} separate parts of the raster have sources but no ground that balances them; nothing flows there.</source>
        <translation>栅格有 {count} 个独立部分有源但没有与之平衡的接地；那里没有电流。</translation>
    </message>
    <message>
        <source>{count} short-circuit regions cover no cell that conducts and are left out.</source>
        <translation>{count} 个短路区未覆盖任何导电像元，已略去。</translation>
    </message>
    <message>
        <source>{count} short-circuit regions.</source>
        <translation>{count} 个短路区。</translation>
    </message>
    <message>
        <source>{count} source patches with {area} ha; {dropped} smaller patches with {dropped_area} ha were left out.</source>
        <translation>{count} 个源地斑块，面积 {area} 公顷；另有 {dropped} 个较小斑块（{dropped_area} 公顷）未计入。</translation>
    </message>
    <message>
        <source>{count} sources have no cell with a resistance: {names}. They lie outside the resistance raster, on its nodata cells, or under other sources. Extend the raster or remove these sources.</source>
        <translation>有 {count} 个生态源地没有任何具有阻力值的像元：{names}。它们位于阻力栅格范围之外、无数据像元上，或被其他源地覆盖。请扩大栅格范围，或移除这些源地。</translation>
    </message>
    <message>
        <source>{count} sources have no link: {names}.</source>
        <translation>有 {count} 个源地没有连接：{names}。</translation>
    </message>
    <message>
        <source>{count} sources lie in the same cell as another one and are one node with it, so no current flows between them: {sources}. Remove duplicates or use smaller cells.</source>
        <translation>{count} 个源地与另一源地位于同一像元，合为一个节点，两者之间没有电流：{sources}。请删除重复者或使用更小的像元。</translation>
    </message>
    <message>
        <source>{count} statistics have no value yet and stay empty.</source>
        <translation>{count} 项统计尚无数值，留空。</translation>
    </message>
    <message>
        <source>{count} treated cells have no cell like them and are left out.</source>
        <translation>{count} 个处理像元没有相似的像元，已略去。</translation>
    </message>
    <message>
        <source>{count} units are mixed: under {share} percent of their cells are of their own kind (field purity).</source>
        <translation>{count} 个单元为混合单元：与单元同类的像元不足 {share}%（字段 purity）。</translation>
    </message>
    <message>
        <source>{count} units cover no cell of the rasters: {names}. Their totals are empty.</source>
        <translation>{count} 个单元未覆盖任何栅格像元：{names}。其合计为空。</translation>
    </message>
    <message>
        <source>{count} units have a harvest but no cell of a yielding class; theirs is spread evenly over all their cells: {names}.</source>
        <translation>{count} 个单元有产量但没有产出类别像元，其产量平均分配到全部像元：{names}。</translation>
    </message>
    <message>
        <source>{count} units have a harvest but no cell; it is in no total: {names}.</source>
        <translation>{count} 个单元有产量但没有像元，其产量未计入任何合计：{names}。</translation>
    </message>
    <message>
        <source>{count} units have a statistic but no cell with known population; they are in no total: {names}.</source>
        <translation>{count} 个单元有统计值但没有已知人口的像元；不计入任何总量：{names}。</translation>
    </message>
    <message>
        <source>{count} units have a statistic but no people; theirs is spread evenly over all their cells: {names}.</source>
        <translation>{count} 个单元有统计值但没有人口；平均分配到其全部像元：{names}。</translation>
    </message>
    <message>
        <source>{count} units have an expenditure of zero or less; the first is row {row}. Fill in the budget expenditure or leave it empty.</source>
        <translation>{count} 个单元的财政支出为零或为负，首个位于第 {row} 行。请填写预算支出或留空。</translation>
    </message>
    <message>
        <source>{count} units have an unknown parent code, of another city or province than their own code: {units}. Who leads follows from these codes; correct them.</source>
        <translation>{count} 个单元的上级代码未知，与其自身代码所属的市或省不同：{units}。牵头者依这些代码确定，请更正。</translation>
    </message>
    <message>
        <source>{count} units have no amount per person and take {value}: {names}.</source>
        <translation>{count} 个单元没有人均数量，取 {value}：{names}。</translation>
    </message>
    <message>
        <source>{count} units have no cell with a known resilience and take that of the nearest one: {units}.</source>
        <translation>{count} 个单元没有韧性已知的像元，取最近像元的值：{units}。</translation>
    </message>
    <message>
        <source>{count} units have no cost of conservation, the first is {name}; what they supply counts by its value.</source>
        <translation>{count} 个单元没有保护成本，第一个为 {name}；其供给按价值计算。</translation>
    </message>
    <message>
        <source>{count} units have no elevation, so that nothing flows to or from them by the water: {units}.</source>
        <translation>{count} 个单元没有高程，因此没有随水流入或流出它们的流：{units}。</translation>
    </message>
    <message>
        <source>{count} units have no neighbour and belong to no cluster.</source>
        <translation>{count} 个单元没有邻居，不属于任何聚类。</translation>
    </message>
    <message>
        <source>{count} units have no own funds or revenue; theirs are taken as 0.</source>
        <translation>{count} 个单元没有自有资金或财政收入数据，按 0 计。</translation>
    </message>
    <message>
        <source>{count} units have no parent code, the first is {name}; their city is taken from the first four digits of their own code.</source>
        <translation>{count} 个单元没有上级代码，第一个是 {name}；其所属市按自身代码前四位确定。</translation>
    </message>
    <message>
        <source>{count} units have no ratio because a service is unknown in all their cells: {units}.</source>
        <translation>{count} 个单元没有比值，因为其全部像元中有一项服务未知：{units}。</translation>
    </message>
    <message>
        <source>{count} units have no statistic and become nodata: {names}.</source>
        <translation>{count} 个单元没有统计值，结果为无数据：{names}。</translation>
    </message>
    <message>
        <source>{count} units have no supply or demand and no degree: {units}.</source>
        <translation>{count} 个单元没有供给或需求，因此没有协调度：{units}。</translation>
    </message>
    <message>
        <source>{count} units have no team: {units}.</source>
        <translation>{count} 个单元没有团队：{units}。</translation>
    </message>
    <message>
        <source>{count} units have no value and are left out: {units}.</source>
        <translation>{count} 个单元没有值，已排除：{units}。</translation>
    </message>
    <message>
        <source>{count} units have problems that no suitable technique solves: {units}.</source>
        <translation>{count} 个单元存在没有适宜技术能解决的问题：{units}。</translation>
    </message>
    <message>
        <source>{count} units lack an indicator and have no rank.</source>
        <translation>{count} 个单元缺少指标，没有排序。</translation>
    </message>
    <message>
        <source>{count} units lack some of the statistics, which count as 0: {names}.</source>
        <translation>{count} 个单元缺少部分统计值，按 0 计：{names}。</translation>
    </message>
    <message>
        <source>{count} values are negative; normalising by the maximum needs values of at least 0.</source>
        <translation>{count} 个值为负；按最大值标准化要求值不小于 0。</translation>
    </message>
    <message>
        <source>{count} values are unknown; the first in unit {unit}.</source>
        <translation>有 {count} 个值未知；第一个在单元 {unit}。</translation>
    </message>
    <message>
        <source>{count} values beyond the ends were clipped.</source>
        <translation>{count} 个超出两端的值已被截断。</translation>
    </message>
    <message>
        <source>{count} values lie beyond the outer limits; they join the first or the last class.</source>
        <translation>{count} 个值超出最外侧界限，归入最低级或最高级。</translation>
    </message>
    <message>
        <source>{count} values lie outside {low} to {high}; the first is {value} in row {row}, column {column}. Give the values of suitability 0 and 1 that fit the raster, or let values beyond them be clipped.</source>
        <translation>{count} 个值不在 {low} 至 {high} 之间，首个是第 {row} 行第 {column} 列的 {value}。请给出与栅格相符的适宜性 0 与 1 对应值，或允许截断超出的值。</translation>
    </message>
    <message>
        <source>{count} values of {name} are missing; the first in unit {unit}. Matching needs every service in every unit.</source>
        <translation>{name} 有 {count} 个值缺失，第一个在单元 {unit}。匹配需要每个单元的每项服务。</translation>
    </message>
    <message>
        <source>{count} weights are needed, one per indicator; {given} are given.</source>
        <translation>需要 {count} 个权重，每个指标一个；给出了 {given} 个。</translation>
    </message>
    <message>
        <source>{count} weights of answers are missing, zero or negative.</source>
        <translation>{count} 个答案的权重缺失、为零或为负。</translation>
    </message>
    <message>
        <source>{cross} of {count} collaborative units cross an administrative boundary.</source>
        <translation>{count} 个协同单元中有 {cross} 个跨越行政边界。</translation>
    </message>
    <message>
        <source>{crs} is not projected; distances and areas of the store must be in metres. Choose a projected system.</source>
        <translation>{crs} 不是投影坐标系；数据库的距离和面积须以米为单位。请选择投影坐标系。</translation>
    </message>
    <message>
        <source>{errors} errors and {warnings} warnings in {layers} layers.</source>
        <translation>{layers} 个图层中有 {errors} 个错误和 {warnings} 个警告。</translation>
    </message>
    <message>
        <source>{errors} errors: an import would be refused.</source>
        <translation>{errors} 处错误：导入会被拒绝。</translation>
    </message>
    <message>
        <source>{experts} experts on {items} items: Kendall's W {w}, p {p}.</source>
        <translation>{experts} 位专家对 {items} 个项目评分：Kendall W 为 {w}，p 为 {p}。</translation>
    </message>
    <message>
        <source>{field} (z-score)</source>
        <translation>{field}（z 分数）</translation>
    </message>
    <message>
        <source>{field} adds up to 1 for every {group}, within 0.01</source>
        <translation>每个 {group} 的 {field} 合计为 1，容差 0.01</translation>
    </message>
    <message>
        <source>{field} around (z-score)</source>
        <translation>周围的 {field}（z 分数）</translation>
    </message>
    <message>
        <source>{field} is cut to {limit} in these units: {units}.</source>
        <translation>{field} 在以下单元被截断到 {limit}：{units}。</translation>
    </message>
    <message>
        <source>{field} is so large in {count} units ({units}: at least 3 times the 95th percentile) that the ratios of all others are compressed. Consider a cap.</source>
        <translation>{field} 在 {count} 个单元过大（{units}：至少为第 95 百分位的 3 倍），压缩了其他所有单元的比值。可考虑设置上限。</translation>
    </message>
    <message>
        <source>{field} of {count} units.</source>
        <translation>{count} 个单元的 {field}。</translation>
    </message>
    <message>
        <source>{field}: {count} units have a negative amount per person.</source>
        <translation>{field}：{count} 个单元的人均数量为负。</translation>
    </message>
    <message>
        <source>{file} in the output folder is itself an input; choose another folder.</source>
        <translation>输出文件夹中的 {file} 本身是输入文件；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{future} needs {present}: the layer its values are compared with.</source>
        <translation>{future} 需要 {present}：与其值比较的图层。</translation>
    </message>
    <message>
        <source>{given} benefits for {count} projects.</source>
        <translation>{count} 个项目给出了 {given} 个效益值。</translation>
    </message>
    <message>
        <source>{given} weights are given; three are needed, of jurisdiction, damage and benefit.</source>
        <translation>给出了 {given} 个权重；需要三个：管辖、损害和受益。</translation>
    </message>
    <message>
        <source>{index}{date}</source>
        <translation>{index}{date}</translation>
    </message>
    <message>
        <source>{indicator} has more than one row. Choose the field that tells the units apart, such as zone.</source>
        <translation>{indicator} 有多行。请选择区分单元的字段，如 zone。</translation>
    </message>
    <message>
        <source>{indicator} lacks the baseline or the years that its target of change needs, and counts as missing.</source>
        <translation>{indicator} 缺少变化目标所需的基线或年数，按缺失处理。</translation>
    </message>
    <message>
        <source>{indicator}: {before} before, {after} after ({percent} %).</source>
        <translation>{indicator}：前期 {before}，后期 {after}（{percent} %）。</translation>
    </message>
    <message>
        <source>{indicator}: {count} cells are known at one date only and do not count.</source>
        <translation>{indicator}：{count} 个像元仅在一个时期已知，不参与统计。</translation>
    </message>
    <message>
        <source>{indicator}: {value}.</source>
        <translation>{indicator}：{value}。</translation>
    </message>
    <message>
        <source>{items} items are few: p is rough below {least}.</source>
        <translation>{items} 个项目偏少：少于 {least} 个时 p 值只是粗略值。</translation>
    </message>
    <message>
        <source>{kept} of {links} links are on the map; corridors end at {cutoff}.</source>
        <translation>{links} 条连接中有 {kept} 条在图上；廊道截断值为 {cutoff}。</translation>
    </message>
    <message>
        <source>{known} series: {rising} rise and {falling} fall significantly.</source>
        <translation>{known} 个序列：{rising} 个显著上升，{falling} 个显著下降。</translation>
    </message>
    <message>
        <source>{k} nearest neighbours were asked for among {count} units; ask for 1 to {most}.</source>
        <translation>在 {count} 个单元中要求 {k} 个最近邻；请取 1 至 {most}。</translation>
    </message>
    <message>
        <source>{layer}: areas in this coordinate system differ by {percent} % from those on the ellipsoid. Reproject to an equal-area system for tables that are published.</source>
        <translation>{layer}：该坐标系中的面积与椭球面积相差 {percent}%。用于发布的表请重投影到等积坐标系。</translation>
    </message>
    <message>
        <source>{layer}: resampled as {kind}.</source>
        <translation>{layer}：按 {kind} 类型重采样。</translation>
    </message>
    <message>
        <source>{layer}: the field {field} is empty in all {count} units.</source>
        <translation>{layer}：字段 {field} 在全部 {count} 个单元中均为空。</translation>
    </message>
    <message>
        <source>{layer}: the resilience of {count} units is missing in the field {field}; the first is unit {unit}. Fill it in, or give a raster.</source>
        <translation>{layer}：有 {count} 个单元在字段 {field} 中缺少韧性，第一个为单元 {unit}。请补全，或提供栅格。</translation>
    </message>
    <message>
        <source>{layer}: {count} features have no zone in the field {field}. Fill it in, or leave them out.</source>
        <translation>{layer}：{count} 个要素的字段 {field} 没有分区。请填写，或排除这些要素。</translation>
    </message>
    <message>
        <source>{layer}: {count} units have no cell with a zone; the first is unit {unit}. Leave them out, or extend the rasters.</source>
        <translation>{layer}：{count} 个单元没有带分区的像元；第一个为单元 {unit}。请排除这些单元，或扩大栅格范围。</translation>
    </message>
    <message>
        <source>{layer}: {count} values of supply or demand are missing; the first is {field} of unit {unit}. Check that the rasters cover the unit.</source>
        <translation>{layer}：有 {count} 个供给或需求值缺失，第一个为单元 {unit} 的 {field}。请检查栅格是否覆盖该单元。</translation>
    </message>
    <message>
        <source>{links} climate links; corridors end at {cutoff}.</source>
        <translation>{links} 条气候连接；廊道截断值为 {cutoff}。</translation>
    </message>
    <message>
        <source>{links} links of {pairs} candidate pairs; corridors end at {cutoff}.</source>
        <translation>{pairs} 个候选对中保留 {links} 条连接；廊道截断值为 {cutoff}。</translation>
    </message>
    <message>
        <source>{measure}: the flows change their sign more than once; {count} internal rates exist and none is reported.</source>
        <translation>{measure}：现金流符号变化不止一次；存在 {count} 个内部收益率，故不报告。</translation>
    </message>
    <message>
        <source>{member} is a member at the level {level}.</source>
        <translation>{member} 是 {level} 级成员。</translation>
    </message>
    <message>
        <source>{member} is no member any more.</source>
        <translation>{member} 不再是成员。</translation>
    </message>
    <message>
        <source>{member} is no member of the store.</source>
        <translation>{member} 不是数据库成员。</translation>
    </message>
    <message>
        <source>{merged} patches under {area} ha joined a neighbour, {left} without one stay.</source>
        <translation>{merged} 个小于 {area} 公顷的斑块并入相邻斑块，{left} 个没有相邻斑块，予以保留。</translation>
    </message>
    <message>
        <source>{message} First: {place}, number: {count}.</source>
        <translation>{message} 第一个：{place}，数量：{count}。</translation>
    </message>
    <message>
        <source>{mode} is none of the modes {known}.</source>
        <translation>{mode} 不属于模式 {known}。</translation>
    </message>
    <message>
        <source>{names} and {rest} more</source>
        <translation>{names} 等（另有 {rest} 项）</translation>
    </message>
    <message>
        <source>{names} load on the first component against their meaning: the index is not what it is called. Check the layers, the season and the mask of water.</source>
        <translation>{names} 在第一主成分上的载荷与其含义相反：指数名不副实。请检查图层、季节和水体掩膜。</translation>
    </message>
    <message>
        <source>{name} and {other} are in different coordinate reference systems ({one} and {two}); bring both onto one grid with Align rasters.</source>
        <translation>{name} 与 {other} 的坐标参考系不同（{one} 与 {two}）；请用“栅格对齐”统一到同一格网。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a layer; check the path and the file.</source>
        <translation>{name} 无法作为图层读取；请检查路径和文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a raster; check the path and the file.</source>
        <translation>{name} 无法作为栅格读取；请检查路径和文件。</translation>
    </message>
    <message>
        <source>{name} covers no cell of the grid; check its coordinate system and the extent.</source>
        <translation>{name} 未覆盖格网中的任何像元；请检查其坐标系和范围。</translation>
    </message>
    <message>
        <source>{name} does not lie on the grid of {other}: the {difference} differs ({one} against {two}). Bring both onto one grid with Align rasters.</source>
        <translation>{name} 与 {other} 不在同一格网上：{difference} 不同（{one} 与 {two}）。请用“栅格对齐”统一到同一格网。</translation>
    </message>
    <message>
        <source>{name} does not meet the data standard: {errors} errors, nothing was imported. The first: {message} (row {place}). Run with Check only for the whole list.</source>
        <translation>{name} 不符合数据标准：{errors} 处错误，未导入任何内容。第一处：{message}（第 {place} 行）。请用“仅检查”查看全部。</translation>
    </message>
    <message>
        <source>{name} has a weight of {weight}, but no values are given. Give them, or set the weight to 0.</source>
        <translation>{name}的权重为 {weight}，但没有给出取值。请给出取值，或将权重设为 0。</translation>
    </message>
    <message>
        <source>{name} has no column for the threat {threat}; it needs one per threat, named like it. Its fields are: {fields}.</source>
        <translation>{name} 中没有威胁 {threat} 的列；每个威胁需要一个同名的列。现有字段：{fields}。</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system; assign the one it was made in.</source>
        <translation>{name} 没有坐标参考系；请指定其制作时使用的坐标系。</translation>
    </message>
    <message>
        <source>{name} has no features. Choose another layer or check its filter and selection.</source>
        <translation>{name} 没有要素。请选择其他图层或检查其筛选与选择。</translation>
    </message>
    <message>
        <source>{name} has no field status or topic; it is no layer of feedback.</source>
        <translation>{name} 没有字段 status 或 topic；不是反馈图层。</translation>
    </message>
    <message>
        <source>{name} has no field {field}. Its fields are: {fields}.</source>
        <translation>{name} 没有字段 {field}。现有字段：{fields}。</translation>
    </message>
    <message>
        <source>{name} has no field {field}; its features are numbered in their order.</source>
        <translation>{name} 没有字段 {field}；其要素按顺序编号。</translation>
    </message>
    <message>
        <source>{name} has no field {field}; the area of its features in hectares is taken.</source>
        <translation>{name} 没有字段 {field}；采用要素面积（公顷）。</translation>
    </message>
    <message>
        <source>{name} has no field {field}; the length of its lines is taken.</source>
        <translation>{name}没有字段 {field}；采用其线要素的长度。</translation>
    </message>
    <message>
        <source>{name} has no row for the region {region}; it has {regions}.</source>
        <translation>{name} 没有区域 {region} 的行；有 {regions}。</translation>
    </message>
    <message>
        <source>{name} has no rows; list at least one pair of sources.</source>
        <translation>{name} 没有记录；请至少列出一对源地。</translation>
    </message>
    <message>
        <source>{name} has no threat.</source>
        <translation>{name} 中没有威胁。</translation>
    </message>
    <message>
        <source>{name} has no value where there is land cover.</source>
        <translation>{name} 在有土地覆被处没有值。</translation>
    </message>
    <message>
        <source>{name} has {count} bands; six are needed: blue, green, red, NIR, SWIR1, SWIR2.</source>
        <translation>{name} 有 {count} 个波段；需要六个：蓝、绿、红、近红外、短波红外 1、短波红外 2。</translation>
    </message>
    <message>
        <source>{name} has {other} cells but {first} has {shape}; bring both onto one grid with Align rasters.</source>
        <translation>{name} 有 {other} 个像元，而 {first} 有 {shape} 个；请用“栅格对齐”统一到同一格网。</translation>
    </message>
    <message>
        <source>{name} holds carbon stored ({unit}), a stock; what is wanted here is an annual flow. Give net primary production, or two storages and the years between them, or divide the storage by a horizon in years with Carbon storage.</source>
        <translation>{name} 为碳储量（{unit}），是存量；这里需要年流量。请给出净初级生产力，或两期储量及其间隔年数，或在“碳储量”中把储量除以以年计的期限。</translation>
    </message>
    <message>
        <source>{name} holds no data: all {count} values are nodata. Choose another layer or check its nodata value.</source>
        <translation>{name} 没有数据：全部 {count} 个值均为无数据。请选择其他图层或检查其无数据值。</translation>
    </message>
    <message>
        <source>{name} holds nothing but the codes to leave out.</source>
        <translation>{name} 中除要排除的代码外没有其他值。</translation>
    </message>
    <message>
        <source>{name} holds {count} different values with fractions: it looks like a surface of measurements, not like sources. Give a raster in which each source has a whole number of its own.</source>
        <translation>{name} 含有 {count} 个带小数的不同值：看起来是测量值表面而不是源地。请给出每个源地具有各自整数的栅格。</translation>
    </message>
    <message>
        <source>{name} holds {count} sources, which make {pairs} pairs; at most {most} sources can be run. Probably these are cells, sample points or observations. Group them into patches, give those of one patch the same id, or keep the largest only.</source>
        <translation>{name} 含有 {count} 个源地，构成 {pairs} 对；最多可运行 {most} 个源地。它们可能是像元、采样点或观测记录。请将其归并为斑块，给同一斑块相同的编号，或只保留最大的。</translation>
    </message>
    <message>
        <source>{name} holds {found} geometries; {wanted} are needed.</source>
        <translation>{name} 的几何类型为 {found}，需要 {wanted}。</translation>
    </message>
    <message>
        <source>{name} is empty; give at least one service, such as food,carbon,water.</source>
        <translation>{name} 为空；请至少给出一项服务，例如 food,carbon,water。</translation>
    </message>
    <message>
        <source>{name} is empty; give the codes of built-up land.</source>
        <translation>{name} 为空；请给出建设用地的编码。</translation>
    </message>
    <message>
        <source>{name} is in a geographic system: cells are narrower the farther they are from the equator, and so are edges. Reproject it where the width in metres matters.</source>
        <translation>{name} 采用地理坐标系：离赤道越远，像元越窄，边缘也越窄。若需考虑以米计的宽度，请先重投影。</translation>
    </message>
    <message>
        <source>{name} is in the geographic system {crs}, where distances and areas are not in metres; reproject it to a projected system in metres.</source>
        <translation>{name} 使用地理坐标系 {crs}，距离和面积不以米计；请重投影到以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>{name} is in {unit}; carbon storage in t C/ha is wanted here, as Carbon storage writes it per hectare.</source>
        <translation>{name} 的单位为 {unit}；这里需要以 t C/ha 计的碳储量，即“碳储量”写出的每公顷值。</translation>
    </message>
    <message>
        <source>{name} is in {unit}; the depth in mm per year is wanted here, as Water yield writes it as its depth.</source>
        <translation>{name} 的单位是 {unit}；这里需要毫米/年的深度，即“产水量”写出的深度。</translation>
    </message>
    <message>
        <source>{name} is missing: give it, or the six bands it is computed from (the land surface temperature always has to be given).</source>
        <translation>缺少{name}：请给出该图层，或给出可计算它的六个波段（地表温度必须给出）。</translation>
    </message>
    <message>
        <source>{name} is named as more than one of amount, depth and density; choose one.</source>
        <translation>{name} 被同时列为按像元的量、水深和每公顷的量中的多项；请只选一项。</translation>
    </message>
    <message>
        <source>{name} is neither UTF-8 nor GB18030 text; save the table as CSV UTF-8.</source>
        <translation>{name} 既不是 UTF-8 也不是 GB18030 文本；请将表另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>{name} is no indicator; the indicators are {names}.</source>
        <translation>{name} 不是指标；指标有 {names}。</translation>
    </message>
    <message>
        <source>{name} is no indicator; the own rasters may replace {known}.</source>
        <translation>{name} 不是指标；自有栅格可替换 {known}。</translation>
    </message>
    <message>
        <source>{name} is no list of pairs: it begins with neither "mode include", "mode exclude" nor "min".</source>
        <translation>{name} 不是成对列表：开头既不是“mode include”、“mode exclude”，也不是“min”。</translation>
    </message>
    <message>
        <source>{name} is no projected coordinate system; choose one in metres.</source>
        <translation>{name} 不是投影坐标系；请选择以米为单位的投影坐标系。</translation>
    </message>
    <message>
        <source>{name} is no text file in UTF-8.</source>
        <translation>{name} 不是 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>{name} is not given. In a model, name the output of the step before that it comes from.</source>
        <translation>未给出 {name}。在模型中，请为其来源步骤的输出指定名称。</translation>
    </message>
    <message>
        <source>{name} is read in the encoding GB18030 (GBK).</source>
        <translation>{name} 按 GB18030（GBK）编码读取。</translation>
    </message>
    <message>
        <source>{name} is rotated or upside down; warp it to a north-up grid with Align rasters.</source>
        <translation>{name} 经过旋转或上下颠倒；请用“栅格对齐”转换为正北朝上的格网。</translation>
    </message>
    <message>
        <source>{name} is {value} in all {count} land cells; an indicator that does not vary has no part in a principal component. Give another layer.</source>
        <translation>{name} 在全部 {count} 个陆地像元中均为 {value}；不变化的指标不能参与主成分。请更换图层。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must lie between {minimum} and {maximum}.</source>
        <translation>{name} 为 {value}，必须在 {minimum} 与 {maximum} 之间。</translation>
    </message>
    <message>
        <source>{name} leads to {count} sources that {sources} does not have: {ids}. Choose the sources from which the links were made, and their id field.</source>
        <translation>{name}指向 {sources} 中不存在的 {count} 个源地：{ids}。请选择生成这些连接时所用的源地图层及其编号字段。</translation>
    </message>
    <message>
        <source>{name} looks like percent: it fits the slope of the elevation model in percent, not in degrees. Choose percent as its unit.</source>
        <translation>{name} 像是百分比：它与高程模型的坡度按百分比相符，而不是按度。请把单位选为百分比 (percent)。</translation>
    </message>
    <message>
        <source>{name} mixes points, lines and polygons; give a layer of one kind.</source>
        <translation>{name} 混有点、线和面；请提供单一类型的图层。</translation>
    </message>
    <message>
        <source>{name} names {count} ids that no source has: {ids}.</source>
        <translation>{name} 中有 {count} 个编号没有对应的源地：{ids}。</translation>
    </message>
    <message>
        <source>{name} reaches from {low} to {high}; NDVI lies between -1 and 1. Give the scale factor of the product (0.0001 for MODIS) or set the {count} cells beyond to nodata.</source>
        <translation>{name} 的取值为 {low} 到 {high}；NDVI 应在 -1 到 1 之间。请给出产品的比例系数（MODIS 为 0.0001），或将越界的 {count} 个像元设为无数据。</translation>
    </message>
    <message>
        <source>{name} should hold class codes, but {count} cells have fractions; the first value is {value}. Choose the class raster.</source>
        <translation>{name} 应为类别代码，但有 {count} 个像元为小数；第一个值为 {value}。请选择类别栅格。</translation>
    </message>
    <message>
        <source>{name} still differs between treated and control cells; take more classes.</source>
        <translation>{name} 在处理像元与对照像元之间仍有差异；请增加分级数。</translation>
    </message>
    <message>
        <source>{name} was reprojected to {crs}.</source>
        <translation>{name} 已重投影到 {crs}。</translation>
    </message>
    <message>
        <source>{name}, band {band}: values reach {high}; a reflectance lies between 0 and 1. Give the scale and the offset of the product, such as 0.0000275 and -0.2 for Landsat Collection 2.</source>
        <translation>{name}，波段 {band}：数值达到 {high}；反射率应在 0 到 1 之间。请给出产品的比例和偏移，如 Landsat Collection 2 为 0.0000275 和 -0.2。</translation>
    </message>
    <message>
        <source>{name}, field {field}: flags are 1 or 0, not "{value}".</source>
        <translation>{name} 的字段 {field}：标记应为 1 或 0，而不是“{value}”。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} codes occur more than once: {codes}. Every unit needs a code of its own; dissolve or renumber them.</source>
        <translation>{name} 字段 {field}：{count} 个代码重复出现：{codes}。每个单元需要唯一代码；请合并或重新编号。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} problems are solved by no technique of the table: {problems}. Spell them as there ({known}), or add techniques.</source>
        <translation>{name}，字段 {field}：表中没有任何技术能解决 {count} 个问题：{problems}。请按表中写法（{known}）填写，或增加技术。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} units have no people; the first is {unit}. Fill in their population, or switch off paying by capacity.</source>
        <translation>{name}，字段 {field}：{count} 个单元没有人口；第一个是 {unit}。请填写人口，或关闭按能力支付。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} values are missing; the first in feature {feature}. Fill them in.</source>
        <translation>{name}，字段 {field}：缺少 {count} 个值，第一个缺失位于要素 {feature}。请补全。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} values are negative; the first is {value} in feature {feature}. The value of a patch is at least 0.</source>
        <translation>{name}，字段 {field}：{count} 个值为负；第一个为要素 {feature} 的 {value}。斑块的价值不小于 0。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} values are no numbers; the first is "{value}" in feature {feature}.</source>
        <translation>{name} 字段 {field}：{count} 个值不是数字；第一个为要素 {feature} 中的“{value}”。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} values are not above 0; the first is {value} in feature {feature}. Correct them.</source>
        <translation>{name}，字段 {field}：{count} 个值不大于 0，第一个是要素 {feature} 的 {value}。请更正。</translation>
    </message>
    <message>
        <source>{name}, field {field}: {count} values are not whole numbers; the first is {value}.</source>
        <translation>{name} 字段 {field}：{count} 个值不是整数；第一个为 {value}。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {count} numbers are expected, but it says "{text}".</source>
        <translation>{name} 第 {line} 行：应有 {count} 个数，而内容为“{text}”。</translation>
    </message>
    <message>
        <source>{name}, slope in {unit}</source>
        <translation>{name}，坡度单位 {unit}</translation>
    </message>
    <message>
        <source>{name}: "{text}" is no date. Write 2024-05-31, 2024-05 or 2024.</source>
        <translation>{name}：“{text}”不是日期。请写成 2024-05-31、2024-05 或 2024。</translation>
    </message>
    <message>
        <source>{name}: "{word}" is no number. Give numbers separated by commas.</source>
        <translation>{name}：“{word}”不是数字。请输入以逗号分隔的数字。</translation>
    </message>
    <message>
        <source>{name}: 24 half months are needed; there are {count}.</source>
        <translation>{name}：需要 24 个半月；给出了 {count} 个。</translation>
    </message>
    <message>
        <source>{name}: every factor must lie between 0 and 1.</source>
        <translation>{name}：每个因子须在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>{name}: feature {index} could not be written ({reason}). Check the free space and that the file is not open elsewhere.</source>
        <translation>{name}：要素 {index} 无法写入（{reason}）。请检查剩余空间以及文件是否被其他程序打开。</translation>
    </message>
    <message>
        <source>{name}: no patch reaches the minimum area of {minimum}; the largest has {largest}. Lower the minimum area.</source>
        <translation>{name}：没有斑块达到最小面积 {minimum}；最大的为 {largest}。请降低最小面积。</translation>
    </message>
    <message>
        <source>{name}: only {found} of {count} features could be written ({reason}). Check the free space and that the file is not open elsewhere.</source>
        <translation>{name}：{count} 个要素中只写入了 {found} 个（{reason}）。请检查剩余磁盘空间，并确认文件未被其他程序打开。</translation>
    </message>
    <message>
        <source>{name}: rasters are written as GeoTIFF; end the file name with .tif ({path}).</source>
        <translation>{name}：栅格以 GeoTIFF 写出；请以 .tif 作为文件扩展名（{path}）。</translation>
    </message>
    <message>
        <source>{name}: standardised difference {before} before matching, {after} after.</source>
        <translation>{name}：标准化差异匹配前 {before}，匹配后 {after}。</translation>
    </message>
    <message>
        <source>{name}: the class that ends at {end} is followed by one that begins at {start}; every class must begin where the one before ends.</source>
        <translation>{name}：止于 {end} 的级之后是始于 {start} 的级；每一级必须从前一级的终点开始。</translation>
    </message>
    <message>
        <source>{name}: the codes {codes} have no cell in the land cover.</source>
        <translation>{name}：编码 {codes} 在土地覆被中没有像元。</translation>
    </message>
    <message>
        <source>{name}: the elements {elements} are not known; core, corridor and node are.</source>
        <translation>{name}：不认识要素 {elements}；可用 core、corridor 和 node。</translation>
    </message>
    <message>
        <source>{name}: the ranges leave gaps or overlap; each must begin where the one before ends.</source>
        <translation>{name}：区间有空隙或重叠；每个区间须从前一个的终点开始。</translation>
    </message>
    <message>
        <source>{name}: there are {weights} weights for {count} services ({services}); give one per service.</source>
        <translation>{name}：{count} 项服务（{services}）有 {weights} 个权重，请为每项服务提供一个。</translation>
    </message>
    <message>
        <source>{name}: there is only one patch; its connectivity is all inside it.</source>
        <translation>{name}：只有一个斑块，其连通性全部在斑块内部。</translation>
    </message>
    <message>
        <source>{name}: twelve monthly rasters, January first, or one raster with twelve bands are needed; there are {count} bands.</source>
        <translation>{name}：需要十二个逐月栅格（一月在先）或一个十二波段栅格；现有 {count} 个波段。</translation>
    </message>
    <message>
        <source>{name}: {count} cells have resistance 0, the first at {place}; current would pass them without any loss. Give them a positive value, or under Zero resistance choose a minimum or short-circuit regions.</source>
        <translation>{name}：{count} 个像元的阻力为 0，第一个位于 {place}；电流将无损耗地通过。请给它们正值，或在“零阻力”中选择最小值或短路区。</translation>
    </message>
    <message>
        <source>{name}: {count} cells lie on nodata of the resistance and are left out.</source>
        <translation>{name}：{count} 个像元位于阻力的无数据处，已略去。</translation>
    </message>
    <message>
        <source>{name}: {count} features have no cell with a resistance and take no part: {names}. They lie outside the resistance raster or on its nodata cells.</source>
        <translation>{name}：{count} 个要素没有带阻力值的像元，不参与计算：{names}。它们位于阻力栅格之外或无数据像元上。</translation>
    </message>
    <message>
        <source>{name}: {count} features have no geometry; the first is feature {feature}. Delete or redraw them.</source>
        <translation>{name}：{count} 个要素没有几何；第一个为要素 {feature}。请删除或重新绘制。</translation>
    </message>
    <message>
        <source>{name}: {count} features lie outside the raster and are left out, first {first}.</source>
        <translation>{name}：{count} 个要素位于栅格之外，已略去，第一个为 {first}。</translation>
    </message>
    <message>
        <source>{name}: {count} geometries are invalid; the first is feature {feature}: {reason}. Repair them with Fix geometries.</source>
        <translation>{name}：{count} 个几何无效；第一个为要素 {feature}：{reason}。请用“修正几何图形”修复。</translation>
    </message>
    <message>
        <source>{name}: {count} ids belong to no source: {ids}. Write the ids as the sources have them.</source>
        <translation>{name}：{count} 个编号不属于任何源地：{ids}。请使用与源地一致的编号。</translation>
    </message>
    <message>
        <source>{name}: {count} ids cover {share} % of the cells that conduct. It looks like a raster of classes, such as land cover; give one that is 0 or nodata outside the sources.</source>
        <translation>{name}：{count} 个编号覆盖了 {share} % 的导电像元。看起来是土地覆盖之类的分类栅格；请给出在源地以外为 0 或无数据的栅格。</translation>
    </message>
    <message>
        <source>{name}: {count} pairs of patches overlap, so that some habitat counts twice: {pairs}.</source>
        <translation>{name}：{count} 对斑块重叠，部分生境被重复计算：{pairs}。</translation>
    </message>
    <message>
        <source>{name}: {count} pairs of sources overlap, first {one} and {other}; shared cells go to the one later in the order of ids.</source>
        <translation>{name}：{count} 对源地相互重叠，首先是 {one} 和 {other}；共有像元归编号次序在后的源地。</translation>
    </message>
    <message>
        <source>{name}: {count} patches are drawn twice: {pairs}. Remove them with Delete duplicate geometries.</source>
        <translation>{name}：{count} 对斑块重复绘制：{pairs}。请用“删除重复几何图形”去除。</translation>
    </message>
    <message>
        <source>{name}: {count} patches are worth 0; they only serve as steps between others.</source>
        <translation>{name}：{count} 个斑块的价值为 0，只作为其他斑块之间的踏脚石。</translation>
    </message>
    <message>
        <source>{name}: {count} rows have no value; the first is row {row}. Fill it in.</source>
        <translation>{name}：{count} 行没有值；第一个是第 {row} 行。请补全。</translation>
    </message>
    <message>
        <source>{name}: {count} rows pair a source with itself; the first is {first}. Remove them.</source>
        <translation>{name}：{count} 行将源地与自身配对，第一个为 {first}。请删除。</translation>
    </message>
    <message>
        <source>{name}: {count} source cells have no resistance and are left out.</source>
        <translation>{name}：{count} 个源地像元没有阻力值，已被排除。</translation>
    </message>
    <message>
        <source>{name}: {count} sources are smaller than a cell; each keeps the cells it touches.</source>
        <translation>{name}：{count} 个源地小于一个像元；各自保留其接触的像元。</translation>
    </message>
    <message>
        <source>{name}: {count} units have no matching type I, II, III or IV; the first are {units}. Run supply-demand matching first, or fill them in.</source>
        <translation>{name}：{count} 个单元没有匹配类型 I、II、III 或 IV，前几个为 {units}。请先运行“供需匹配”，或补全字段。</translation>
    </message>
    <message>
        <source>{name}: {count} units have no value; the first is row {row}. Fill it in.</source>
        <translation>{name}：{count} 个单元缺值，首个位于第 {row} 行。请补全。</translation>
    </message>
    <message>
        <source>{name}: {count} values are missing or infinite; the first is number {first}. Fill them in, or set the weight to 0.</source>
        <translation>{name}：{count} 个值缺失或为无穷大，第一个是第 {first} 个。请补全，或将权重设为 0。</translation>
    </message>
    <message>
        <source>{name}: {count} values are missing.</source>
        <translation>{name}：缺少 {count} 个值。</translation>
    </message>
    <message>
        <source>{name}: {count} values are missing; fill them in or delete the crop.</source>
        <translation>{name}：缺 {count} 个值；请填写或删去该作物。</translation>
    </message>
    <message>
        <source>{name}: {count} values are zero, negative or infinite; the first is {value} at {place}. Give these cells a positive value or mark them as nodata.</source>
        <translation>{name}：{count} 个值为零、负数或无穷大；第一个为 {value}，位于 {place}。请赋予正值或将这些像元设为无数据。</translation>
    </message>
    <message>
        <source>{name}: {count} values lie outside {minimum} to {maximum}; the first is {value} at {place}. Correct the layer or mark these cells as nodata.</source>
        <translation>{name}：{count} 个值超出 {minimum} 至 {maximum}；第一个为 {value}，位于 {place}。请修正图层或将这些像元设为无数据。</translation>
    </message>
    <message>
        <source>{name}: {dropped} patches below the minimum area were left out; {kept} are left.</source>
        <translation>{name}：{dropped} 个低于最小面积的斑块被剔除，剩余 {kept} 个。</translation>
    </message>
    <message>
        <source>{name}: {features} features form {sources} sources.</source>
        <translation>{name}：{features} 个要素组成 {sources} 个源地。</translation>
    </message>
    <message>
        <source>{name}: {given} values for {count} parts.</source>
        <translation>{name}：{count} 个部分给出了 {given} 个值。</translation>
    </message>
    <message>
        <source>{name}: {given} values for {count} units.</source>
        <translation>{name}：{count} 个单元却有 {given} 个值。</translation>
    </message>
    <message>
        <source>{name}: {mean}.</source>
        <translation>{name}：{mean}。</translation>
    </message>
    <message>
        <source>{name}: {number} codes have no row in the table: code (cells) {listed}. Add rows for them or set them to nodata.</source>
        <translation>{name}：{number} 个代码在表中没有对应行：代码（像元数）{listed}。请在表中补充或将其设为无数据。</translation>
    </message>
    <message>
        <source>{name}: {number} codes have no row in the table: code (cells) {listed}. {likely} often stands for nodata: if so, enter it as an additional nodata value in the transparency properties of the layer, or in the file. Else add rows.</source>
        <translation>{name}：有 {number} 个编码在表中没有对应的行：编码（像元数）{listed}。{likely} 常用来表示无数据：如果是这样，请在图层属性的透明度页中将其填为附加无数据值，或在文件中设置。否则请添加行。</translation>
    </message>
    <message>
        <source>{name}: {rows} rows name {pairs} different pairs.</source>
        <translation>{name}：{rows} 行记录共含 {pairs} 个不同的源地对。</translation>
    </message>
    <message>
        <source>{name}: {services} stands there more than once; every service needs a name of its own.</source>
        <translation>{name}：{services} 重复出现；每项服务须有唯一名称。</translation>
    </message>
    <message>
        <source>{name}: {total} {unit} in {count} cells.</source>
        <translation>{name}：{total} {unit}，共 {count} 个像元。</translation>
    </message>
    <message>
        <source>{neighbours} neighbours, average of {average} between cells</source>
        <translation>{neighbours} 邻域，像元间取 {average} 的平均值</translation>
    </message>
    <message>
        <source>{number} codes have no row in {table}: code (cells) {listed}.</source>
        <translation>{number} 个代码在 {table} 中没有对应行：代码（像元数）{listed}。</translation>
    </message>
    <message>
        <source>{one} is in {unit} and {other} in {other_unit}: a stock cannot be compared with an annual flow. Divide the storage by a horizon in years with Carbon storage, or take Carbon fixation.</source>
        <translation>{one} 的单位为 {unit}，{other} 的单位为 {other_unit}：存量不能与年流量比较。请在“碳储量”中把储量除以以年计的期限，或采用“固碳量”。</translation>
    </message>
    <message>
        <source>{one} is in {unit} and {other} in {other_unit}: supply and demand of a service must be in one unit.</source>
        <translation>{one} 的单位为 {unit}，{other} 的单位为 {other_unit}：同一服务的供给与需求必须用同一单位。</translation>
    </message>
    <message>
        <source>{output} needs units: choose a layer for {units}.</source>
        <translation>“{output}”需要单元：请为“{units}”选择图层。</translation>
    </message>
    <message>
        <source>{pairs} pairs of {sources} sources carry current.</source>
        <translation>{sources} 个源地中有 {pairs} 对存在电流。</translation>
    </message>
    <message>
        <source>{patches} sources, {links} linked pairs, {components} components: alpha {alpha}, beta {beta}, gamma {gamma}, cost ratio {ratio}.</source>
        <translation>{patches} 个源地，{links} 对相连，{components} 个组分：α {alpha}，β {beta}，γ {gamma}，成本比 {ratio}。</translation>
    </message>
    <message>
        <source>{path} could not be written. Check the free space and that the folder can be written.</source>
        <translation>无法写入 {path}。请检查剩余空间以及文件夹是否可写。</translation>
    </message>
    <message>
        <source>{path} has the version of this plugin already.</source>
        <translation>{path} 已是本插件的版本。</translation>
    </message>
    <message>
        <source>{path} is a GeoPackage but no store of EcoRestore.</source>
        <translation>{path} 是 GeoPackage，但不是 EcoRestore 的数据库。</translation>
    </message>
    <message>
        <source>{path} is being taken by somebody else at this moment. Try again.</source>
        <translation>{path} 此刻正被他人占用。请重试。</translation>
    </message>
    <message>
        <source>{path} is no file. Create the store first.</source>
        <translation>{path} 不是文件。请先创建数据库。</translation>
    </message>
    <message>
        <source>{path} is no run record of a tool of EcoRestore ({reason}). Leave only run records in the folder, or give no folder.</source>
        <translation>{path} 不是 EcoRestore 工具的运行记录（{reason}）。文件夹中只保留运行记录，或不指定文件夹。</translation>
    </message>
    <message>
        <source>{path} is read-only. Ask whoever keeps the store, or copy it.</source>
        <translation>{path} 为只读。请联系数据库管理者，或复制一份。</translation>
    </message>
    <message>
        <source>{path} is there already. Give another name, or import into it.</source>
        <translation>{path} 已存在。请换一个名称，或向其中导入。</translation>
    </message>
    <message>
        <source>{path} was made for version {store} of the data standard; this plugin knows {known}. Update the plugin.</source>
        <translation>{path} 采用数据标准第 {store} 版；本插件只认识第 {known} 版。请更新插件。</translation>
    </message>
    <message>
        <source>{path} was made for version {store} of the data standard; this plugin uses {known}. Run Create data store on it with migration; a backup is kept.</source>
        <translation>{path} 采用数据标准第 {store} 版；本插件使用第 {known} 版。请对其运行“创建共享数据库”进行迁移；会保留备份。</translation>
    </message>
    <message>
        <source>{path} was migrated; the backup is {backup}.</source>
        <translation>{path} 已迁移；备份为 {backup}。</translation>
    </message>
    <message>
        <source>{path}: projects end in .qgz or .qgs.</source>
        <translation>{path}：项目文件名须以 .qgz 或 .qgs 结尾。</translation>
    </message>
    <message>
        <source>{path}: {layers} layers, {crs}.</source>
        <translation>{path}：{layers} 个图层，{crs}。</translation>
    </message>
    <message>
        <source>{path}: {rows} rows in {layers} layers.</source>
        <translation>{path}：{layers} 个图层，共 {rows} 行。</translation>
    </message>
    <message>
        <source>{pinches} pinch points, {crossings} crossings, {breaks} breaks by roads.</source>
        <translation>{pinches} 个夹点，{crossings} 个廊道交叉点，{breaks} 个道路断裂点。</translation>
    </message>
    <message>
        <source>{pooled} of own funds beyond the need join the provincial budget, which becomes {budget}.</source>
        <translation>超出需求的自有资金中有 {pooled} 并入省级预算，预算变为 {budget}。</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{runs} of {sources} sources carry current.</source>
        <translation>{sources} 个源地中有 {runs} 个有电流。</translation>
    </message>
    <message>
        <source>{services} should flow downstream only, but neither a pair table nor an elevation model says what lies downstream: they flow between all units.</source>
        <translation>{services} 应只流向下游，但没有配对表或高程模型说明上下游关系：它们在所有单元之间流动。</translation>
    </message>
    <message>
        <source>{service} is the same everywhere and has no correlation.</source>
        <translation>{service} 处处相同，没有相关系数。</translation>
    </message>
    <message>
        <source>{service}: a deficit of {open} stays open; no surplus reaches it.</source>
        <translation>{service}：亏缺 {open} 未得到满足；没有盈余能到达。</translation>
    </message>
    <message>
        <source>{service}: demand</source>
        <translation>{service}：需求</translation>
    </message>
    <message>
        <source>{service}: largest supply {supply}, largest demand {demand}, {capped} values cut to the cap.</source>
        <translation>{service}：最大供给 {supply}，最大需求 {demand}，{capped} 个值被截断到上限。</translation>
    </message>
    <message>
        <source>{service}: neither supply nor demand is above 0 anywhere, so there is no ratio. Leave the service out or check its layers.</source>
        <translation>{service}：各处的供给和需求均不大于 0，无法计算比值。请去掉该服务或检查其图层。</translation>
    </message>
    <message>
        <source>{service}: supply</source>
        <translation>{service}：供给</translation>
    </message>
    <message>
        <source>{service}: supply and demand are nowhere both known ({count} places). Check that the layers cover the same area.</source>
        <translation>{service}：没有任何位置同时已知供给和需求（共 {count} 处）。请检查图层是否覆盖同一区域。</translation>
    </message>
    <message>
        <source>{service}: supply has {supply} values but demand has {demand}; give both for the same units or on the same grid.</source>
        <translation>{service}：供给有 {supply} 个值，而需求有 {demand} 个；请提供相同单元或相同格网的数据。</translation>
    </message>
    <message>
        <source>{service}: supply-demand ratio</source>
        <translation>{service}：供需比</translation>
    </message>
    <message>
        <source>{service}: surplus {surplus}, deficit {deficit}, served {served}.</source>
        <translation>{service}：盈余 {surplus}，亏缺 {deficit}，已满足 {served}。</translation>
    </message>
    <message>
        <source>{service}: units with the largest supply or demand</source>
        <translation>{service}：供给或需求最大的单元</translation>
    </message>
    <message>
        <source>{share} % of the cells are nodata.</source>
        <translation>{share} % 的像元为无效值。</translation>
    </message>
    <message>
        <source>{share} % of the total lies on the new grid; the rest is outside its extent.</source>
        <translation>总量的 {share} % 落在新格网内，其余在其范围之外。</translation>
    </message>
    <message>
        <source>{shown} of {count} units, those across boundaries first.</source>
        <translation>共{count}个单元，列出{shown}个，跨界单元在前。</translation>
    </message>
    <message>
        <source>{store} is being written by {person} on {host} since {time}. Wait until that is done. If nobody is, delete {path}.</source>
        <translation>{store} 正由 {host} 上的 {person} 写入，始于 {time}。请等待完成。若无人在写，请删除 {path}。</translation>
    </message>
    <message>
        <source>{supply} supplies, {demand} demands and costs between {cost} units do not fit together.</source>
        <translation>{supply} 个供给、{demand} 个需求与 {cost} 个单元之间的费用不匹配。</translation>
    </message>
    <message>
        <source>{synergies} synergies, {tradeoffs} trade-offs, {none} pairs without a relation, over {count} places.</source>
        <translation>{count} 个地点：协同 {synergies} 对，权衡 {tradeoffs} 对，无关系 {none} 对。</translation>
    </message>
    <message>
        <source>{table} has no indicators.</source>
        <translation>{table} 中没有指标。</translation>
    </message>
    <message>
        <source>{table} has no row for the element {element}; it needs core, corridor and node.</source>
        <translation>{table} 没有要素 {element} 的行；需要 core、corridor 和 node。</translation>
    </message>
    <message>
        <source>{table} has no row for the scope {scope}.</source>
        <translation>{table} 没有范围 {scope} 的行。</translation>
    </message>
    <message>
        <source>{table} has only the level {level} of resilience; zones need two or more.</source>
        <translation>{table} 只有一级韧性 {level}；分区至少需要两级。</translation>
    </message>
    <message>
        <source>{table} lacks rules for {count} combinations of type and resilience: {missing}. Add a row for each.</source>
        <translation>{table} 缺少 {count} 种类型与韧性组合的规则：{missing}。请为每种组合添加一行。</translation>
    </message>
    <message>
        <source>{table} lacks the row or column of these perspectives: {missing}. It compares {present}.</source>
        <translation>{table} 缺少以下维度的行或列：{missing}。该表比较的是 {present}。</translation>
    </message>
    <message>
        <source>{table}, field {field}: {count} codes are no units: {codes}.</source>
        <translation>{table} 的字段 {field} 中有 {count} 个代码不是单元：{codes}。</translation>
    </message>
    <message>
        <source>{table}, row {row} ({indicator}): the direction is "{direction}"; it must be + (more is more resilient) or - (less is).</source>
        <translation>{table} 第 {row} 行（{indicator}）：方向为“{direction}”，必须为 +（越大韧性越高）或 -（越大韧性越低）。</translation>
    </message>
    <message>
        <source>{table}, row {row} ({indicator}): the weight "{weight}" is no number of 0 or more.</source>
        <translation>{table} 第 {row} 行（{indicator}）：权重“{weight}”不是大于或等于 0 的数。</translation>
    </message>
    <message>
        <source>{table}, row {row} ({type}, {level}): {column} is empty; fill it in.</source>
        <translation>{table} 第 {row} 行（{type}，{level}）：{column} 为空，请填写。</translation>
    </message>
    <message>
        <source>{table}, row {row}: indicator and perspective must both be filled in.</source>
        <translation>{table} 第 {row} 行：indicator 和 perspective 均须填写。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the colour "{color}" must look like #33689e.</source>
        <translation>{table} 第 {row} 行：颜色“{color}”的格式应如 #33689e。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the combination {type} with {level} resilience has a rule already ({code}); keep one.</source>
        <translation>{table} 第 {row} 行：组合 {type}（{level} 韧性）已有规则（{code}），请只保留一条。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the direction "{value}" must be + or -.</source>
        <translation>{table}，第 {row} 行：方向“{value}”必须为 + 或 -。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the indicator {indicator} is listed twice.</source>
        <translation>{table} 第 {row} 行：指标 {indicator} 重复出现。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the zone code {code} occurs twice; every zone needs a code of its own.</source>
        <translation>{table} 第 {row} 行：分区代码 {code} 重复；每个分区须有唯一代码。</translation>
    </message>
    <message>
        <source>{table}, row {row}: the {column} "{text}" is no number.</source>
        <translation>{table} 第 {row} 行：{column}“{text}”不是数值。</translation>
    </message>
    <message>
        <source>{table}, row {row}: type "{type}" with resilience "{level}" is no combination; use I, II, III or IV, and high or low, very low to very high, numbers from 1 (lowest), or words of your own with their order in the column level_rank.</source>
        <translation>{table} 第 {row} 行：类型“{type}”与韧性“{level}”不是有效组合；请使用 I、II、III 或 IV，以及 high 或 low、very low 至 very high、从 1（最低）起的数字，或自定词语并在 level_rank 列中给出次序。</translation>
    </message>
    <message>
        <source>{table}, scope {scope}: the shares of province, city and county are {shares}; they must be 0 or more and add up to 1.</source>
        <translation>{table}，范围 {scope}：省、市、县分担比例为 {shares}；必须大于或等于 0 且合计为 1。</translation>
    </message>
    <message>
        <source>{table}, scope {scope}: the shares of province, city and county must be numbers.</source>
        <translation>{table}，范围 {scope}：省、市、县分担比例必须是数字。</translation>
    </message>
    <message>
        <source>{table}: elasticity must lie between 0 and 1; code {code} has {value}.</source>
        <translation>{table}：elasticity 必须介于 0 与 1 之间；代码 {code} 的值为 {value}。</translation>
    </message>
    <message>
        <source>{table}: levels of resilience that are numbers must be 1 (lowest) to the number of levels; these are {levels}.</source>
        <translation>{table}：以数字表示的韧性等级必须是 1（最低）至级数；现有 {levels}。</translation>
    </message>
    <message>
        <source>{table}: the fallback {fallback} of zone {code} must be the code of another zone of the table that has no fallback itself.</source>
        <translation>{table}：分区 {code} 的替代分区 {fallback} 必须是表中另一分区的代码，且该分区自身没有替代分区。</translation>
    </message>
    <message>
        <source>{table}: the judgement of {one} over {other} is "{text}"; it must be a number such as 3, 0.5 or 1/3.</source>
        <translation>{table}：{one} 相对 {other} 的判断为“{text}”，必须是 3、0.5 或 1/3 之类的数。</translation>
    </message>
    <message>
        <source>{table}: the lead level {level} must be county, city or province.</source>
        <translation>{table}：牵头层级 {level} 只能是 county、city 或 province。</translation>
    </message>
    <message>
        <source>{table}: the level {level} has the ranks {ranks}; every level needs one rank, and each its own{same}.</source>
        <translation>{table}：等级 {level} 的次序为 {ranks}；每级须有且只有一个次序，且各不相同{same}。</translation>
    </message>
    <message>
        <source>{table}: the seats {codes} are no units.</source>
        <translation>{table}：驻地 {codes} 不是单元。</translation>
    </message>
    <message>
        <source>{table}: {count} regions have no unit: {regions}. The units name {known}.</source>
        <translation>{table}：{count} 个区域没有单元：{regions}。单元中的区域为 {known}。</translation>
    </message>
    <message>
        <source>{table}: {count} techniques solve no problem; the first is {name}. Fill in problems.</source>
        <translation>{table}：{count} 项技术没有对应的问题；第一个是 {name}。请填写 problems。</translation>
    </message>
    <message>
        <source>{times} times are given for {count} layers; give one of each, in the same order.</source>
        <translation>给出了 {times} 个时间，而图层有 {count} 个；请按相同顺序各给一个。</translation>
    </message>
    <message>
        <source>{units} has supply and demand of none of the services {names}. Fields such as water_supply and water_demand are needed; Supply-demand ratio writes them.</source>
        <translation>{units} 不具有 {names} 中任何一种服务的供给与需求。需要 water_supply、water_demand 之类的字段；“供需比”工具会写出这些字段。</translation>
    </message>
    <message>
        <source>{units} has {count} of the fields that {table} names; at least 2 are needed. The table names: {fields}.</source>
        <translation>{units} 具有 {table} 所列字段中的 {count} 个；至少需要 2 个。表中字段：{fields}。</translation>
    </message>
    <message>
        <source>{units} lacks {count} units that have a part: {codes}.</source>
        <translation>{units} 缺少 {count} 个有组成部分的单元：{codes}。</translation>
    </message>
    <message>
        <source>{units} units: {one} of type I, {two} of type II, {three} of type III, {four} of type IV; {ambiguous} lie near an axis.</source>
        <translation>共 {units} 个单元：I 类 {one} 个，II 类 {two} 个，III 类 {three} 个，IV 类 {four} 个；{ambiguous} 个靠近坐标轴。</translation>
    </message>
    <message>
        <source>{unit} has no indicator with a target and a value and is left out.</source>
        <translation>{unit} 没有既有目标又有数值的指标，已略去。</translation>
    </message>
    <message>
        <source>{unit}: only {share} of the weights have a value; the score is uncertain.</source>
        <translation>{unit}：仅 {share} 的权重有值；得分不确定。</translation>
    </message>
    <message>
        <source>{what} needs about {needed} of memory but only {available} are available. Use coarser cells, clip the layers to the study area, work in tiles, close other programs, or run on a cluster.</source>
        <translation>{what} 约需 {needed} 内存，但仅有 {available} 可用。请使用更大的像元、将图层裁剪到研究区、分块计算、关闭其他程序，或在集群上运行。</translation>
    </message>
    <message>
        <source>{what}: about {needed} of memory needed, {available} available.</source>
        <translation>{what}：约需内存 {needed}，可用 {available}。</translation>
    </message>
    <message>
        <source>{what}: about {needed} of memory needed, {available} available; estimated time {duration}.</source>
        <translation>{what}：约需内存 {needed}，可用 {available}；预计用时 {duration}。</translation>
    </message>
    <message>
        <source>{windows} windows of {cells} cells: radius {radius} cells, blocks of {block} x {block} cells.</source>
        <translation>{windows} 个窗口，每个 {cells} 个像元：半径 {radius} 个像元，区块 {block} x {block} 个像元。</translation>
    </message>
    <message>
        <source>{words} kinds are given for {rasters} rasters; give one word for all or one for each.</source>
        <translation>为 {rasters} 个栅格给出了 {words} 个类型；请给出一个通用类型，或每个栅格一个。</translation>
    </message>
</context>
</TS>
