import { STAND_INS } from './stand-ins.js'; import { stageShot } from '../src/index.js'; import { createDrawing } from '../src/ink/panel.js'; import { reprojectFrom } from '../src/camera/reproject.js';
const W=1280,H=720; const s=stageShot({place:'kitchen',time:'DAY',size:'medium',move:'push-in',seed:7,cast:STAND_INS.slice(0,2).map((look,i)=>({name:'P'+i,look,mark:i}))});
const A=createDrawing(s.scene,s.path(0),s.mood,1),B=createDrawing(s.scene,s.path(1),s.mood,1);
const r=reprojectFrom(s.scene,[A,B]); const p=new Uint8ClampedArray(W*H*4);
for(let k=0;k<3;k++){const c=process.cpuUsage(); for(let i=0;i<12;i++) r(s.path(i/11),i/11,p); const d=process.cpuUsage(c); console.log((d.user+d.system)/12000,'ms/frame')}
